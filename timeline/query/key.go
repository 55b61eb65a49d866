package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Key is what a term asks about: the name that a query spells before its operator, or "" for words. A key that is
// none of ours is one of the writer's own, as the query spells it.
type Key string

// The keys of ours.
const (
	ByWords    Key = ""
	ByActor    Key = "actor"
	ByDirect   Key = "direct" // actors that the event itself lists
	ByType     Key = "type"
	ByTag      Key = "tag"
	ByLocation Key = "location"
	BySource   Key = "source"
	ByStatus   Key = "status"
	BySpeaker  Key = "by" // who is quoted or claims something
	ByID       Key = "id"
	ByHas      Key = "has"
	ByIs       Key = "is"
	ByDate     Key = "date"
	BySince    Key = "since"
	ByUntil    Key = "until"
)

// keysByName maps what a query may spell for a key of ours, in small letters, to keys.
var keysByName = map[string]Key{
	"actor": ByActor, "direct": ByDirect, "type": ByType, "tag": ByTag, "location": ByLocation, "place": ByLocation,
	"source": BySource, "status": ByStatus, "by": BySpeaker, "id": ByID, "has": ByHas, "is": ByIs, "date": ByDate,
	"since": BySince, "until": ByUntil,
}

// fixedValues holds the values of the keys that take no others. But has takes a key of the writer's own too.
var fixedValues = map[Key][]string{
	ByHas: {"quote", "figure", "claim", "source", "note"},
	ByIs:  {"disputed", "contested", "approximate", "undated", "marked", "new", "changed"},
}

// ValuesOf returns the values that key takes, such as "quote" for has; nil for a key that takes any text or date. The
// slice must not be changed.
func ValuesOf(key Key) []string { return fixedValues[key] }

// isDateKey reports whether the values of key are dates.
func isDateKey(key Key) bool { return key == ByDate || key == BySince || key == ByUntil }

// ownPrefix before a name says that it is a key of the writer's own, though there is one of ours that is called so.
const ownPrefix = "other."

// OwnKey returns the key that asks for a key of the writer's own by the name that it has in the record: Key("company"),
// but Key("other.by"), since by is a key of ours.
func OwnKey(name string) Key {
	if KeyOf(name).IsOwn() {
		return Key(name)
	}
	return Key(ownPrefix + name)
}

// KeyOf returns the key that a query spells as name.
func KeyOf(name string) Key {
	if ours, ok := keysByName[strings.ToLower(name)]; ok {
		return ours
	}
	return Key(name)
}

// IsOwn reports whether k is a key of the writer's own.
func (k Key) IsOwn() bool { return k != ByWords && keysByName[string(k)] != k }

// Name returns what all spellings of k have in common, without the "other." that a query may have before it. See
// KeyName.
func (k Key) Name() string {
	name := KeyName(string(k))
	if rest, ok := strings.CutPrefix(name, ownPrefix); ok && rest != "" {
		return rest
	}
	return name
}

// is reports whether k and o are one key.
func (k Key) is(o Key) bool { return k == o || k.IsOwn() && o.IsOwn() && k.Name() == o.Name() }

// KeyName returns what spellings of a key's name have in common: "Impact Areas", "impact_areas" and "impactAreas" are
// one. It is "" for a text that can be no name.
func KeyName(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// A spelledKey is a key with its operator, as a query spells them.
type spelledKey struct {
	name string // without quotes
	op   string // as written
	end  int    // the offset after it
}

// operators are the signs that may follow a key. The first that fits counts.
var operators = []string{":>=", ":<=", ":>", ":<", ":", ">=", "<=", "!=", "==", "=", ">", "<", "≥", "≤", "≠"}

// sameOperators maps spellings of operators to the usual ones. Some are habits of other programs.
var sameOperators = map[string]string{
	":>=": ">=", ":<=": "<=", ":>": ">", ":<": "<", "≥": ">=", "≤": "<=", "≠": "!=", "=": ":", "==": ":",
}

// leadingKey returns the key with which text begins; ok is false where it begins with none. The digits of a time
// (20:39) begin no key, and neither the scheme of an address (https://…), a name in C++ (std::map) nor an arrow (a->b,
// a=>b) makes one.
func leadingKey(text string) (k spelledKey, ok bool) {
	k.end = nameEnd(text)
	k.name = text[:k.end]
	quoted := strings.HasPrefix(text, `"`)
	if quoted {
		p := parser{text: text}
		name, err := p.quoted()
		if err != nil {
			return k, false
		}
		k.name, k.end = legible(name, true), p.pos
	}
	after := text[k.end:]
	if after == "" || k.end == 0 || strings.IndexByte(":=!<>\xe2", after[0]) < 0 { // most words
		return k, false
	}
	at := slices.IndexFunc(operators, func(op string) bool { return strings.HasPrefix(after, op) })
	if at < 0 || KeyName(k.name) == "" {
		return k, false
	}
	k.op = operators[at]
	k.end += len(k.op)
	switch rest := text[k.end:]; k.op {
	case ":":
		return k, !strings.HasPrefix(rest, "//") && !strings.HasPrefix(rest, ":")
	case "=":
		return k, !strings.HasPrefix(rest, ">")
	case ">", ">=":
		return k, quoted || !strings.HasSuffix(k.name, "-")
	}
	return k, true
}

// nameEnd returns the length of the name with which text begins: letters, digits, "_", "-" and ".", of which the first
// is a letter.
func nameEnd(text string) int {
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) && r != utf8.RuneError:
		case i == 0:
			return 0
		case r != '_' && r != '-' && r != '.' && !unicode.IsDigit(r) && !unicode.IsMark(r):
			return i
		}
	}
	return len(text)
}
