package export

import (
	"bufio"

	"dateline/timeline"
	"dateline/timeline/export/record"
	"dateline/timeline/index"
	"dateline/timeline/internal/spellings"
	"dateline/timeline/names"
)

// yamlEvents writes a record of dateline's own.
func yamlEvents(w *bufio.Writer, _ Emphasis) eventWriter {
	var out *record.Writer
	var text []byte
	var e timeline.Event
	return eventWriter{
		head: record.Head,
		cast: func(t *timeline.Timeline, s index.Selection, from int) []byte {
			out = record.New(t, s, from)
			return out.Cast(nil)
		},
		write: func(t *timeline.Timeline, i int, note string) error {
			t.ReadWritten(i, &e)
			text = out.Event(text[:0], record.WithNote(&e, note))
			_, err := w.Write(text)
			return err
		},
		frame:  frame{between: "\n", none: record.None},
		headed: frame{between: "\n", none: record.None},
	}
}

// yamlActors writes a draft of who is who, which loads as it is.
func yamlActors(w *bufio.Writer, _ Emphasis, r roster) error {
	t := r.x.Timeline()
	listed := make([][]int32, t.Actors())
	eventsOf := func(a timeline.ActorRef) []int32 {
		if listed[a] == nil {
			listed[a] = []int32{}
			for _, event := range r.x.ListedIn(a) {
				if r.s.Has(int(event)) {
					listed[a] = append(listed[a], event)
				}
			}
		}
		return listed[a]
	}
	actors := spellings.Find(t, eventsOf)
	if len(actors) == 0 {
		_, err := w.WriteString("actors: []\n")
		return err
	}
	recorded := 0
	for i := range actors {
		if t.Actor(actors[i].Ref).Recorded {
			recorded++
		}
	}
	w.WriteString(record.DraftHead(len(actors)-recorded, recorded))
	var text []byte
	for i := range actors {
		d := draftOf(t, &actors[i], func(a timeline.ActorRef) int { return len(eventsOf(a)) })
		text = d.Append(text[:0])
		if _, err := w.Write(text); err != nil {
			return err
		}
	}
	return nil
}

// draftOf returns an actor with its spellings, of which one that several have comes once.
func draftOf(t *timeline.Timeline, a *spellings.Actor, events func(timeline.ActorRef) int) record.Draft {
	top := t.Actor(a.Ref)
	d := record.Draft{
		Spelling: record.Spelling{Name: top.Name, Events: events(a.Ref)}, Kind: a.Kind, Recorded: top.Recorded,
	}
	if a.Of != timeline.NoActor {
		d.Parent = t.ActorName(a.Of)
	}
	seen := map[string]bool{}
	for _, s := range top.Spellings() {
		seen[names.Key(s)] = top.Recorded || s == top.Name
	}
	add := func(to []record.Spelling, name string, n int, doubt string) []record.Spelling {
		if key := names.Key(name); !seen[key] {
			seen[key] = true
			to = append(to, record.Spelling{Name: name, Events: n, Doubt: doubt})
		}
		return to
	}
	for _, alias := range top.Aliases {
		d.Aliases = add(d.Aliases, alias, 0, "")
	}
	for _, ref := range a.Same {
		same := t.Actor(ref)
		d.Aliases = add(d.Aliases, same.Name, events(ref), "")
		for _, alias := range same.Aliases {
			d.Aliases = add(d.Aliases, alias, 0, "")
		}
	}
	for _, ref := range a.Probably {
		d.Doubtful = add(d.Doubtful, t.ActorName(ref), events(ref), "probably")
	}
	for _, ref := range a.Maybe {
		d.Doubtful = add(d.Doubtful, t.ActorName(ref), events(ref), "perhaps")
	}
	return d
}
