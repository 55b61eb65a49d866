package load

import (
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
)

// A link of a wiki to a page about somebody is the page, whatever it is called there; the link stays under its key.
func TestLinkedActorsAreTheirPages(t *testing.T) {
	p := loadText(t, "x.yaml", "- {date: 2020, title: A, actors: ['[[Robert Smith|Bob]]']}\n"+
		"- {date: 2021, title: B, actors: ['[[Robert Smith]]', '[[people/Jon Vale|Jon]]']}\n"+
		"- {date: 2022, title: C, who: '[[Robert Smith|Rob]]; [[Jon Vale]]'}\n"+
		"- {date: 2023, title: D, actors: {'[[Jon Vale|J]]': host}}\n"+
		"- {date: 2024, title: E, actors: [{actor: '[[Jon Vale|J]]', role: host}, '[[ Ann | A. ]]']}\n")
	want := "2020 | A + Robert Smith, 2021 | B + Robert Smith + Jon Vale, 2022 | C + Robert Smith + Jon Vale, " +
		"2023 | D + Jon Vale (host), 2024 | E + Jon Vale (host) + Ann"
	if got := strings.Join(outline(p.Index.Timeline()), ", "); got != want {
		t.Error(got)
	}
	if n := p.Index.Timeline().Actors(); n != 3 {
		t.Errorf("%d actors", n)
	}
	for i, shown := range []string{"Bob", "Jon]", "Rob", "", "A. "} {
		kept := ""
		for _, f := range p.Index.Timeline().Event(i).Other {
			kept += f.Value
		}
		if shown != "" && !strings.Contains(kept, shown) {
			t.Errorf("%q is lost: %s", shown, kept)
		}
	}
}

// What links call a page is an alias of its actor, each of several, where nobody else is called so.
func TestWhatLinksCallAnActorIsItsAlias(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
	}{
		{
			"- {date: 2020, title: A, actors: ['[[Robert Smith|Bob]]']}\n" +
				"- {date: 2021, title: B, actors: ['[[people/Robert Smith|Rob]]', '[[Jon Vale]]']}\n",
			"Robert Smith = Bob, Rob; Jon Vale",
		},
		{"- {date: 2020, title: A, actors: '[[Robert Smith|Bob]], [[Robert Smith|Rob]] and [[Jon Vale|J. V.]]'}\n", "Robert Smith = Bob, Rob; Jon Vale = J. V."},
		{"- {date: 2020, title: A, actors: {'[[Jon Vale|J]]': host}}\n", "Jon Vale = J"},
		{"- {date: 2020, title: A, actors: ['[[Robert Smith|Bob]]', Bob]}\n", "Robert Smith; Bob"},
		{"- {date: 2020, title: A, actors: ['[[Robert Smith|Bob]]', '[[Robert Jones|Bob]]']}\n", "Robert Smith; Robert Jones"},
		{
			"- {date: 2020, title: A, actors: ['[[Robert Smith|Bob]]', '[[Robert Jones|Bob]]', '[[Robert Smith|Bob]]', '[[Robert Smith|Rob]]']}\n",
			"Robert Smith = Rob; Robert Jones",
		},
		{"- {date: 2020, title: A, actors: ['[[Robert Smith|robert smith]]', '[[Ann Lee|Robert Smith]]']}\n", "Robert Smith; Ann Lee"},
		{
			"actors: [{name: Robert Smith, aliases: [Bobby]}, {name: Robert Jones, aliases: [Bob]}]\n" +
				"events:\n- {date: 2020, title: A, actors: ['[[Bobby|Bob]]', '[[Bobby|Robbie]]']}\n",
			"Robert Smith = Bobby, Robbie; Robert Jones = Bob",
		},
	} {
		p := loadText(t, "x.yaml", c.text)
		var all []string
		for i := range p.Index.Timeline().Actors() {
			a := p.Index.Timeline().Actor(timeline.ActorRef(i))
			said := a.Name
			if len(a.Aliases) > 0 {
				said += " = " + strings.Join(a.Aliases, ", ")
			}
			all = append(all, said)
		}
		if got := strings.Join(all, "; "); got != c.want {
			t.Errorf("%sgives %s, want %s", c.text, got, c.want)
		}
	}
}

// A text of links alone is a list of them, whatever joins them, and one with other words is a name.
func TestTextsOfLinksAreLists(t *testing.T) {
	for text, want := range map[string][]string{
		"[[Ann Lee]], [[Bob Ray]]": {"Ann Lee", "Bob Ray"}, "[[Ann Lee|A]] [[Bob Ray|B]]": {"Ann Lee", "Bob Ray"},
		"[[Ann Lee]]; [[Bob Ray|B]]": {"Ann Lee", "Bob Ray"}, "[[Ann Lee]] and [[Bob Ray]]": {"Ann Lee", "Bob Ray"},
		"[[Ann Lee]] & [[Bob Ray]], [[C D]]": {"Ann Lee", "Bob Ray", "C D"}, "[[Ann Lee|A, B and C]]": {"Ann Lee"},
		"[[Ann Lee]]/[[Bob Ray]]": {"Ann Lee", "Bob Ray"}, "[[a/Ann Lee]],[[Bob Ray]],": {"Ann Lee", "Bob Ray"},
		"[[Ann Lee|A]] met [[Bob Ray|B]]": {"[[Ann Lee|A]] met [[Bob Ray|B]]"},
	} {
		for _, key := range []string{"actors", "who"} {
			p := loadText(t, "x.yaml", "- {date: 2020, title: A, "+key+": '"+text+"'}\n")
			var got []string
			for _, part := range p.Index.Timeline().Event(0).Actors {
				got = append(got, p.Index.Timeline().Actor(part.Actor).Name)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %s gives %q, want %q", key, text, got, want)
			}
		}
	}
}
