package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/names"
)

// ShortName returns what an actor is called where there is little room: a person by the surname, if that is a spelling
// of that person's or, where it is nobody's spelling, no other person's surname. Everyone else keeps the name.
func (t *Timeline) ShortName(a ActorRef) string {
	if short, ok := t.short[a]; ok {
		return short
	}
	return t.actors[a].Name
}

// shortNames returns the surnames that stand for one person alone.
func shortNames(actors []Actor, spellings nameTable) map[ActorRef]string {
	short, first := make(map[ActorRef]string), make(map[string]ActorRef)
	for i := range actors {
		last, a := surname(&actors[i]), ActorRef(i)
		if last == "" {
			continue
		}
		key := names.Key(last)
		if of, ok := spellings[key]; ok {
			if of == a {
				short[a] = last
			}
			continue
		}
		if other, ok := first[key]; ok {
			delete(short, other)
			continue
		}
		first[key], short[a] = a, last
	}
	return short
}

// surname returns the last of several words of a person's name, with those in small letters before it ("von der
// Leyen"), and "" for those who are named by what they are ("Governor of Belgorod").
func surname(a *Actor) string {
	if a.Kind != Person || strings.Contains(a.Name, " of ") {
		return ""
	}
	words := strings.Split(a.Name, " ")
	if len(words) == 1 {
		return ""
	}
	from := len(words) - 1
	for from > 1 && isLower(words[from-1]) {
		from--
	}
	return strings.Join(words[from:], " ")
}

// isLower reports whether a word begins with a small letter.
func isLower(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first)
}
