package timeline

import (
	"strings"

	"dateline/timeline/names"
)

// ShortName returns what an actor is called where there is little room: a person by the last word of the name, if that
// word is a spelling of that person's or, where it is nobody's spelling, no other person's last word. Everyone else
// keeps the name.
func (t *Timeline) ShortName(a ActorRef) string {
	if short, ok := t.short[a]; ok {
		return short
	}
	return t.actors[a].Name
}

// shortNames returns the last words that stand for one person alone.
func shortNames(actors []Actor, spellings nameTable) map[ActorRef]string {
	short, first := make(map[ActorRef]string), make(map[string]ActorRef)
	for i := range actors {
		last, a := lastWord(&actors[i]), ActorRef(i)
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

// lastWord returns the last of several words of a person's name, and "" for those who are named by what they are
// ("Governor of Belgorod").
func lastWord(a *Actor) string {
	if a.Kind != Person || strings.Contains(a.Name, " of ") {
		return ""
	}
	if i := strings.LastIndexByte(a.Name, ' '); i >= 0 {
		return a.Name[i+1:]
	}
	return ""
}
