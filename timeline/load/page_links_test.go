package load

import (
	"strings"
	"testing"
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
