package load

import (
	"strings"
	"testing"
)

// Of a list of others what can be read is used, whatever stands beside it; that is told, and all is kept.
func TestOddItemsCostThemselves(t *testing.T) {
	for value, test := range map[string]struct {
		want string
		odd  int
	}{
		"who: [{name: Zed}, {full_name: Yan}]":                             {" + Zed + Yan", 0},
		"who: [Ann, {name: Zed, party: X, id: 4}, 5, null, [Bob, Cy]]":     {" + Ann + Zed + Bob + Cy", 1},
		"who: {ukraine: [Yermak, Sybiha], usa: [Rubio]}":                   {" + Yermak (ukraine) + Sybiha (ukraine) + Rubio (usa)", 0},
		"who: {ukraine: [Yermak, {name: Sy}, 7], n: 5}":                    {" + Yermak (ukraine) + Sy (ukraine)", 2},
		"attendees: [[Dee], {Name: Eve, role: host, id: 3}, {x: 1}]":       {" + Dee + Eve (host)", 1},
		"attendees: [{x: 1}, 5]":                                           {"", 0},
		"who: {n: 5}":                                                      {"", 0},
		"keywords: [war, 5, {name: peace}, {x: 1}, [a, b]]":                {" #war #peace #a #b", 2},
		"references: ['https://a.org', 5, {url: 'https://b.org'}, {x: 1}]": {" <https://a.org> <https://b.org>", 2},
		"who: [Ann, &a [Bob], *a]":                                         {" + Ann + Bob", -1},
		"key_figures: [{label: Zed, title: Minister}, [[Page]], 2.5, ~]":   {" + Zed + Page", -1},
	} {
		p := loadText(t, "x.yaml", "- {date: 2020-01-15, title: T, "+value+"}\n")
		if got := outline(p.Index.Timeline())[0]; got != "2020-01-15 | T"+test.want {
			t.Errorf("%s: %s", value, got)
		}
		if odd := strings.Count(p.Problems.String(), "cannot be read; the others are taken"); test.odd >= 0 && odd != test.odd {
			t.Errorf("%s: %d items are told, not %d\n%s", value, odd, test.odd, p.Problems)
		}
		key, _, _ := strings.Cut(value, ":")
		if other := p.Index.Timeline().Event(0).Other; len(other) != 1 || other[0].Key != key {
			t.Errorf("%s: %q is kept", value, other)
		}
	}
}
