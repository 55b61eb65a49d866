package timeline

import (
	"strconv"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/names"
)

// generateIDs makes ids for the events that have none of their own: of the id in the file, where another event has that
// too, or else of date and title, with a number where that is taken.
func (t *Timeline) generateIDs(unnamed []int32) {
	if len(unnamed) == 0 {
		return
	}
	t.generatedIDs = make([]string, t.Len())
	t.byID.Grow(len(unnamed))
	numbers := make(map[string]int) // stem -> the last number that was added to it, from 2 on
	for _, i := range unnamed {
		stem := t.events.id(int(i))
		if stem == "" {
			title, _ := t.events.title(int(i))
			stem = generatedID(t.events.dates[i], title)
		}
		id, n := stem, max(numbers[stem], 1)
		for ; ; n++ {
			if n > 1 {
				id = stem + "-" + strconv.Itoa(n)
			}
			if _, taken := t.byID.Find(id); !taken {
				break
			}
		}
		if n > 1 {
			numbers[stem] = n
		}
		t.generatedIDs[i] = id
		t.byID.Add(i)
	}
}

// HasMadeID reports whether the id of event i is made of its date and title, since the file gives none.
func (t *Timeline) HasMadeID(i int) bool {
	return t.generatedIDs != nil && t.generatedIDs[i] != "" && t.events.id(i) == ""
}

// maxGeneratedID is about how many bytes a generated id has at most.
const maxGeneratedID = 80

// generatedID returns an id such as 2025-09-08-yermak-speaks-with-rubio.
func generatedID(d edtf.Date, title string) string {
	date, _, _ := strings.Cut(strings.TrimPrefix(d.EDTF(), "../"), "/")
	day, _, _ := strings.Cut(date, "T")
	id := names.Slug(day+" "+title, "event")
	if len(id) > maxGeneratedID {
		if end := strings.LastIndexByte(id[:maxGeneratedID+1], '-'); end > 0 {
			id = id[:end]
		}
	}
	return id
}
