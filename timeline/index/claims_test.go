package index_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/query"
)

// Claims are found as they are read: without their markup, by all cores, and again while a word is typed.
func TestClaimsAreFoundAsTheyAreRead(t *testing.T) {
	var files []load.File
	add := func(name, text string) { files = append(files, load.InMemory(name, []byte(text))) }
	claim := func(text string) string {
		return "claims: [{by: anna, text: '" + text + "', status: Denied by Bert}]\n"
	}
	add("a.md", "---\ndate: 2025-01-01\ntitle: A page\n"+claim("the **supply** site")+"---\n\nsupply site, drones\n")
	for n := range 1200 {
		add(fmt.Sprint(n, ".yaml"), fmt.Sprintf("- date: 2025-01-02\n  title: supply site %d\n  ", n)+claim("drones")+"  quotes: [{by: bert, text: site}]\n"+
			"  figures: [{label: killed, value: 3}]\n")
	}
	x := load.Files(context.Background(), files, nil).Index
	if x.Timeline().Len() != len(files) {
		t.Fatalf("%d events of %d files", x.Timeline().Len(), len(files))
	}
	for _, tt := range []struct {
		query string
		want  int
	}{
		{"claim:s", 1},
		{"claim:sup", 1},
		{`claim:"supply site"`, 1},
		{"claim:(anna OR site)", 1},
		{"claim:d", x.Timeline().Len()},
		{"claim:drones", x.Timeline().Len() - 1},
		{"claim:dronesx", 0},
		{"claim:denied claim:bert", x.Timeline().Len()},
		{`claim:"denied by"`, x.Timeline().Len()},
		{`claim:"denied b"`, 0},
		{"claim:(by:anna drones) title", 0},
		{"claim:(by:bert)", 0},
		{"by:bert -says:anna", 0},
	} {
		q, err := query.Parse(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if got := x.Select(q).Len(); got != tt.want {
				t.Errorf("%s finds %d events, want %d", tt.query, got, tt.want)
			}
		}
	}
	var room []timeline.Claim
	for i := range x.Timeline().Len() {
		room = x.Timeline().ReadClaims(i, room)
		if e := x.Timeline().Event(i); len(room) != 1 || room[0] != e.Claims[0] {
			t.Fatalf("the claims of event %d are %+v, want %+v", i, room, e.Claims)
		}
	}
}

// What a claim is asked for and no claim has is named, with what there is.
// Of an event without a date anybody may be one of the people of those to whom they belong at some time, for its claims
// as for its actors.
func TestClaimsOfUndatedEvents(t *testing.T) {
	const text = "actors:\n  - {id: kyiv}\n  - {id: anna, memberships: [{of: kyiv, role: envoy, end: 2025-01}]}\n" +
		"events:\n  - {title: Some day, actors: [anna], claims: [{by: anna, text: it was so, status: denied}]}\n" +
		"  - {title: After it, date: 2025-03, actors: [anna], claims: [{by: anna, text: it was so, status: denied}]}\n"
	x := load.Files(context.Background(), []load.File{load.InMemory("a.yaml", []byte(text))}, nil).Index
	for _, text := range []string{"actor:kyiv", "says:kyiv", "claim:(says:kyiv)", "claim:(says:kyiv status:denied)"} {
		q, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if s := x.Select(q); s.Len() != 1 || x.Timeline().Event(s.At(0)).Title != "Some day" {
			t.Errorf("%s finds %d events, want the undated one", text, s.Len())
		}
	}
}

func TestUnknownOfClaims(t *testing.T) {
	x := index.New(completeTimeline())
	none := index.Empty()
	for _, tt := range []struct {
		x           *index.Index
		query, want string
	}{
		{x, "claim:(status:denyed)", `no claim has the status "denyed"; there are denied, reported; did you mean denied?`},
		{x, "-claim:(by:lavrof)", `no actor is called "lavrof"; did you mean Sergey Lavrov?`},
		{x, "claim:(says:nobody source:none)", `no actor is called "nobody"` + "\n" + `no source is called "none"`},
		{x, "claim:(status:den says:russia)", ""},
		{none, "claim:(status:denied)", `no claim has the status "denied", nor any other`},
	} {
		q, err := query.Parse(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, u := range tt.x.Unknown(q) {
			got = append(got, u.String())
		}
		if said := strings.Join(got, "\n"); said != tt.want {
			t.Errorf("%s: %s\nwant %s", tt.query, said, tt.want)
		}
	}
}
