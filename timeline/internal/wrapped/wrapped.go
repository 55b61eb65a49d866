// Package wrapped finds the value in a map that a program writes around it: one for each language, as systems for
// content do, or one that names the type of the value, as databases do.
//
//	wrapped.Value(n)       // of {en-US: Rome, it: Roma} the node of Rome, of {stringValue: Rome} as well
//	wrapped.IsAside("sys") // whether a map of that name is what a program notes of the record
//
// Any other node is returned itself. It looks at one value: whoever keeps a value keeps the map. It imports yaml.v3 for
// its nodes.
package wrapped

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// maxDepth is how many maps are around a value.
const maxDepth = 3

// Value returns the value in what programs write around it, and any other node itself.
func Value(n *yaml.Node) *yaml.Node {
	for range maxDepth {
		inner := within(n)
		if inner == nil {
			break
		}
		n = inner
	}
	return n
}

// IsAside reports whether a map under a key is what a program keeps of the record beside what that says.
func IsAside(key string) bool {
	switch strings.ToLower(key) {
	case "meta", "metadata", "_metadata", "sys", "system", "audit", "history":
		return true
	}
	return false
}

// within returns the value that a node is written around, and nil where it is around none.
func within(n *yaml.Node) *yaml.Node {
	switch n.Kind {
	case yaml.SequenceNode:
		if len(n.Content) == 1 && n.Content[0].Kind == yaml.MappingNode {
			return ofOneItem(n.Content[0])
		}
	case yaml.MappingNode:
		if inner := typed(n); inner != nil {
			return inner
		}
		return ofLanguage(n)
	}
	return nil
}

// ofOneItem returns the value of the only item of a list, as every field of Drupal is one.
func ofOneItem(n *yaml.Node) (value *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch key := n.Content[i].Value; key {
		case "value", "text":
			if value != nil || n.Content[i+1].Kind != yaml.ScalarNode {
				return nil
			}
			value = n.Content[i+1]
		case "format", "processed", "summary", "lang", "langcode", "spans", "type":
		default:
			return nil
		}
	}
	return value
}

// typed returns the value of a map that says of which type it is, as answers of Firestore and SPARQL do.
func typed(n *yaml.Node) *yaml.Node {
	var value, kind, seconds *yaml.Node
	parts := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		inner := n.Content[i+1]
		if inner.Kind != yaml.ScalarNode {
			return nil
		}
		switch n.Content[i].Value {
		case "stringValue", "timestampValue", "integerValue", "doubleValue":
			if len(n.Content) == 2 {
				return inner
			}
		case "value":
			value = inner
		case "type":
			kind = inner
		case "_seconds", "seconds":
			seconds = inner
			parts++
		case "_nanoseconds", "nanoseconds", "nanos":
			parts++
		}
	}
	switch {
	case value != nil && kind != nil && slices.Contains([]string{"literal", "typed-literal", "uri"}, kind.Value):
		return value
	case seconds != nil && parts == 2 && len(n.Content) == 4:
		const year = 365 * 24 * 60 * 60 // less may be how long something took
		if at, err := strconv.ParseInt(seconds.Value, 10, 40); err == nil && (at > year || at < -year) {
			moment := *seconds
			moment.Tag, moment.Value = "!!str", time.Unix(at, 0).UTC().Format("2006-01-02T15:04:05Z")
			return &moment
		}
	}
	return nil
}

// ofLanguage returns the value of a map from languages to values: that in English, or else the first. It returns nil
// where a key may be of anything else, as those of {de: …, max: …} and {to: …}.
func ofLanguage(n *yaml.Node) (value *yaml.Node) {
	sure, region, keys, english := false, false, 0, false
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, inner := n.Content[i].Value, n.Content[i+1]
		if strings.HasPrefix(key, "_") || key == "x-default" {
			continue
		}
		language, place, _ := strings.Cut(strings.ReplaceAll(key, "_", "-"), "-")
		if len(language) != 2 || !strings.Contains(languages, " "+strings.ToLower(language)+" ") || !isPlace(place) {
			return nil
		}
		if inner.Kind == yaml.AliasNode {
			return nil
		}
		keys++
		region = region || place != ""
		sure = sure || place != "" || !strings.Contains(words, " "+language+" ")
		isEnglish := strings.EqualFold(language, "en")
		says := inner.Kind != yaml.ScalarNode || strings.TrimSpace(inner.Value) != "" && inner.Tag != "!!null"
		if says && (value == nil || isEnglish && !english) {
			value, english = inner, isEnglish
		}
	}
	if !sure || value == nil || value.Kind != yaml.ScalarNode && !region && (keys > 1 || !english) {
		return nil
	}
	return value
}

// isPlace reports whether what follows a language says where it is spoken, or how it is written: US, 419, Latn-RS.
func isPlace(text string) bool {
	if text == "" {
		return true
	}
	for part := range strings.SplitSeq(text, "-") {
		digits := strings.Trim(part, "0123456789") == ""
		if !(len(part) == 2 && !digits || len(part) == 3 && digits || len(part) == 4 && !digits) {
			return false
		}
	}
	return true
}

// languages are the codes of ISO 639-1, with a blank around each, and words are those that are English words as well,
// or are mostly something else.
const (
	languages = " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de " +
		"dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id " +
		"ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu " +
		"lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu " +
		"rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr " +
		"ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
	words = " am an as av be bi ch co cr ho id ie in io is kg km la li lo mg mi ml mr ms my na ng no oc om or os " +
		"pa pi ps sc sd se sg si sm so ss st ta te th ti to ts tt tw ty ve wa "
)
