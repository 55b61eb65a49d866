package load_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/query"
)

// justice has one department under three names, of which two have records that differ.
const justice = `
actors:
  - {id: us, name: United States, kind: state}
  - {id: doj, name: Department of Justice, kind: organization, parent: us, aliases: [Justice Department]}
  - {id: us-doj, name: U.S. Department of Justice, kind: group, parent: cabinet, aliases: [DoJ US]}
  - {id: cabinet, name: Cabinet, parent: doj}
  - id: bondi
    name: Pam Bondi
    kind: person
    memberships: [{of: doj, role: Attorney General, start: 2025-01}, {of: us-doj, role: Attorney General, start: 2025-01}]
events:
  - {id: a, date: 2025-01-01, title: One, actors: [doj, us-doj, bondi]}
  - {id: b, date: 2025-01-02, title: Two, actors: [Main Justice]}
  - id: c
    date: 2025-01-03
    title: Three
    actors: [bondi]
    quotes: [{by: Main Justice, text: No comment}]
    claims: [{by: us-doj, text: It was so, status: confirmed}]
`

// joined reads files as a reader sees them who takes the actors of each list for one: "DOJ, Justice Department; …".
func joined(lists string, texts ...string) load.Progress {
	var same [][]string
	for list := range strings.SplitSeq(lists, ";") {
		var names []string
		for name := range strings.SplitSeq(list, ",") {
			names = append(names, strings.TrimSpace(name))
		}
		same = append(same, names)
	}
	var files []load.File
	for n, text := range texts {
		files = append(files, load.InMemory(fmt.Sprintf("%d.yaml", n), []byte(text)))
	}
	return load.Options{Same: same}.Files(context.Background(), files, nil)
}

// actor returns an actor in words: its name, kind, aliases, what is above it, and the events that list it.
func actor(p load.Progress, name string) string {
	t := p.Index.Timeline()
	a, ok := t.FindActor(name)
	if !ok {
		return ""
	}
	is := t.Actor(a)
	return fmt.Sprintf("%s (%s, %s), %s, under %s: %s", is.Name, is.ID, is.Kind, strings.Join(is.Aliases, ", "),
		t.ActorName(is.Parent), selected(p, "direct:"+query.Quote(query.ByActor, name)))
}

// selected returns the ids of the events that match.
func selected(p load.Progress, text string) string {
	q, err := query.Parse(text)
	if err != nil {
		return err.Error()
	}
	var ids []string
	s := p.Index.Select(q)
	for n := range s.Len() {
		ids = append(ids, p.Index.Timeline().ID(s.At(n)))
	}
	return strings.Join(ids, " ")
}

func TestSame(t *testing.T) {
	for _, tt := range []struct{ name, lists, find, want string }{
		{
			"by any of the names, in any spelling", "Justice department, us-doj, main-justice", "Main Justice",
			"Justice department (doj, organization), Department of Justice, U.S. Department of Justice, DoJ US, Main Justice, " +
				"under United States: a b",
		},
		{
			"what differs is as the first has it", "U.S. Department of Justice, Department of Justice", "doj",
			"U.S. Department of Justice (us-doj, group), DoJ US, Department of Justice, Justice Department, under United States: a",
		},
		{
			"an id is no name", "us-doj, doj", "Department of Justice",
			"U.S. Department of Justice (us-doj, group), DoJ US, Department of Justice, Justice Department, under United States: a",
		},
		{
			"a name that the record does not have", "DOJ of the USA, doj", "DOJ of the USA",
			"DOJ of the USA (doj, organization), Department of Justice, Justice Department, under United States: a",
		},
		{
			"a record counts for who has none", "Main Justice, us-doj", "us-doj",
			"Main Justice (us-doj, group), U.S. Department of Justice, DoJ US, under Cabinet: a b",
		},
		{
			"with a short form in brackets", "Department of Justice (DOJ), Main Justice", "doj",
			"Department of Justice (DOJ) (doj, organization), Department of Justice, Justice Department, Main Justice, " +
				"under United States: a b",
		},
		{
			"the actor above it", "us, doj", "doj",
			"United States (us, state), Department of Justice, Justice Department, under : a",
		},
		{
			"who is under it", "doj, us", "us",
			"Department of Justice (doj, organization), Justice Department, United States, under : a",
		},
		{
			"a chain around another", "us-doj, doj, us", "us",
			"U.S. Department of Justice (us-doj, group), DoJ US, Department of Justice, Justice Department, United States, under : a",
		},
		{"one name", "doj, DOJ", "doj", "Department of Justice (doj, organization), Justice Department, under United States: a"},
		{"nobody", "x, y", "doj", "Department of Justice (doj, organization), Justice Department, under United States: a"},
	} {
		if diff := cmp.Diff(tt.want, actor(joined(tt.lists, justice), tt.find)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// TestSameEverywhere holds that who is joined is one where events, quotes, claims, offices and people are asked for, and
// counts once in an event that has two of the names.
func TestSameEverywhere(t *testing.T) {
	p := joined("DOJ, Department of Justice, U.S. Department of Justice, Main Justice", justice)
	for text, want := range map[string]string{
		"actor:doj": "a b c", "actor:us-doj": "a b c", `actor:"Main Justice"`: "a b c", "direct:doj": "a b",
		`by:"DoJ US"`: "c", "says:doj claim:so": "c", "actor:us": "a b c", "-actor:doj": "",
	} {
		if got := selected(p, text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	tl := p.Index.Timeline()
	if parts := tl.Event(0).Actors; len(parts) != 2 || tl.ActorName(parts[0].Actor) != "DOJ" || parts[0].Also == nil {
		t.Errorf("an event with two of the names has %+v", parts)
	}
	bondi, _ := tl.FindActor("bondi")
	if offices := tl.Offices(bondi); len(offices) != 2 || offices[0].Name != "Attorney General, DOJ" {
		t.Errorf("offices are %+v", offices)
	}
	doj, _ := tl.FindActor("doj")
	if counts := p.Index.ActorCounts(p.Index.Select(query.Query{})); counts[doj] != 3 {
		t.Errorf("%d events", counts[doj])
	}
	if tl.Actors() != tl.Apart().Actors()-2 || tl.Apart().Apart() != tl.Apart() {
		t.Errorf("%d actors, apart %d", tl.Actors(), tl.Apart().Actors())
	}
}

// TestSameIsSilent holds that nothing is said of who is joined, and all else that is said of the files stays: that two
// records share a name, that one is under itself.
func TestSameIsSilent(t *testing.T) {
	const record = justice + "  - {date: 2025, title: Bad, related: [no]}\n"
	shared := strings.Replace(record, "aliases: [DoJ US]", "aliases: [Justice Department]", 1)
	circle := strings.Replace(record, "id: us, name", "id: us, parent: cabinet, name", 1)
	member := strings.Replace(record, "{of: doj, role: Attorney General", "{of: bondi, role: Attorney General", 1)
	for _, text := range []string{record, shared, circle, member} {
		want := joined("", text).Problems.String()
		for _, lists := range []string{"doj, us-doj", "doj, cabinet", "us, cabinet, doj", "bondi, us-doj"} {
			if diff := cmp.Diff(want, joined(lists, text).Problems.String()); diff != "" {
				t.Errorf("%s: %s", lists, diff)
			}
		}
	}
}

// TestSameInAnyOrder draws records in several files, and lists: the same actors are one in whatever order files and lists
// come, no event is more or less, and each lists those who are now what those are that it lists in the files.
func TestSameInAnyOrder(t *testing.T) {
	words := []string{"Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel"}
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.SampledFrom(words)
		var files, lists []string
		for n := range rapid.IntRange(1, 3).Draw(rt, "files") {
			var b strings.Builder
			b.WriteString("events:\n")
			for e := range rapid.IntRange(1, 4).Draw(rt, "events") {
				fmt.Fprintf(&b, "  - {id: e%d-%d, date: 2025, title: %d, actors: [%s], quotes: [{by: %s, text: x}]}\n", n, e, e,
					strings.Join(rapid.SliceOfN(name, 0, 4).Draw(rt, "actors"), ", "), name.Draw(rt, "by"))
			}
			files = append(files, b.String())
		}
		about := "actors:\n"
		for n, word := range words[:rapid.IntRange(1, 4).Draw(rt, "records")] {
			about += fmt.Sprintf("  - {id: id%d, name: %s, parent: %s, memberships: [{of: %s}]}\n", n, word,
				name.Draw(rt, "parent"), name.Draw(rt, "of"))
		}
		files = append(files, about)
		for range rapid.IntRange(0, 4).Draw(rt, "lists") {
			lists = append(lists, strings.Join(rapid.SliceOfN(name, 1, 3).Draw(rt, "list"), ", "))
		}
		want := whoIsWho(joined(strings.Join(lists, ";"), files...).Index, words)
		files, lists = rapid.Permutation(files).Draw(rt, "order"), rapid.Permutation(lists).Draw(rt, "order of lists")
		p := joined(strings.Join(lists, ";"), files...)
		if diff := cmp.Diff(want, whoIsWho(p.Index, words)); diff != "" {
			rt.Fatalf("in another order: %s", diff)
		}
		now, apart := p.Index.Timeline(), p.Index.Timeline().Apart()
		if now.Len() != apart.Len() {
			rt.Fatalf("%d events, apart %d", now.Len(), apart.Len())
		}
		for i := range now.Len() {
			var is, was []timeline.ActorRef
			for _, part := range now.Event(i).Actors {
				is = append(is, part.Actor)
			}
			for _, part := range apart.Event(i).Actors {
				a, _ := now.FindActor(apart.ActorName(part.Actor))
				if !slices.Contains(was, a) {
					was = append(was, a)
				}
			}
			if now.ID(i) != apart.ID(i) || !slices.Equal(is, was) {
				rt.Fatalf("event %s lists %v, and %s %v in the files", now.ID(i), is, apart.ID(i), was)
			}
		}
		for a := range now.Actors() {
			steps := 0
			for up := timeline.ActorRef(a); up != timeline.NoActor; up = now.Group(up) {
				if steps++; steps > now.Actors() {
					rt.Fatalf("%s is in a circle", now.ActorName(timeline.ActorRef(a)))
				}
			}
		}
	})
}

// whoIsWho returns, for each word, the words that name the same actor, and the events that list it.
func whoIsWho(x *index.Index, words []string) map[string]string {
	t, all := x.Timeline(), make(map[string]string)
	for _, word := range words {
		a, ok := t.FindActor(word)
		if !ok {
			continue
		}
		var same, events []string
		for _, other := range words {
			if b, ok := t.FindActor(other); ok && a == b {
				same = append(same, other)
			}
		}
		for _, i := range x.ListedIn(a) {
			events = append(events, t.ID(int(i)))
		}
		slices.Sort(events)
		all[word] = fmt.Sprint(same, events)
	}
	return all
}
