package without_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/testrecord"
	"dateline/timeline/without"
)

// alike are records with a key of the writer's own, KEY, in each place that may have one.
var alike = map[string]string{
	"event": "events: [{date: 2025-01-01, title: One, KEY: Xmark}]",
	"table": "date,title,KEY\n2025-01-01,One,Xmark\n2025-01-02,Two,Xmark of more\n",
	"actor": "actors: [{id: anna, name: Anna, KEY: Xmark}]\nevents: [{date: 2025-01-01, title: One, actors: [anna]}]",
	"source": "sources: [{id: s, title: Book, KEY: Xmark}]\n" +
		"events: [{date: 2025-01-01, title: One, sources: [s]}]",
	"quote":  "events: [{date: 2025-01-01, title: One, quotes: [{text: So, KEY: Xmark}]}]",
	"figure": "events: [{date: 2025-01-01, title: One, figures: [{label: So, value: 3, KEY: Xmark}]}]",
	"claim":  "events: [{date: 2025-01-01, title: One, claims: [{text: So, KEY: Xmark}]}]",
	"head":   "KEY: Xmark\nevents: [{date: 2025-01-01, title: One}]",
}

// keysOfOwn returns the keys of the writer's own of a whole record.
func keysOfOwn(r *timeline.Timeline) (all []string) {
	add := func(fields []timeline.Field) {
		for _, one := range fields {
			all = append(all, one.Key[strings.LastIndexByte(one.Key, '.')+1:])
		}
	}
	add(r.Other())
	for i := range r.Len() {
		add(r.Event(i).Other)
	}
	for a := range timeline.ActorRef(r.Actors()) {
		add(r.Actor(a).Other)
	}
	for s := range timeline.SourceRef(r.Sources()) {
		add(r.Source(s).Other)
	}
	return all
}

// A key of the writer's own can be left out by its name, whatever the format calls so elsewhere.
func TestOwnKeysCalledAsOurs(t *testing.T) {
	ours := make(map[string]bool)
	for _, keys := range testrecord.Keys() {
		for _, key := range keys {
			ours[key] = true
		}
	}
	tried := 0
	for place, text := range alike {
		for _, key := range slices.Sorted(maps.Keys(ours)) {
			text := strings.ReplaceAll(text, "KEY", key)
			file := "x.yaml"
			if place == "table" {
				file = "x.csv"
			}
			r := readAs(file, text)
			if !slices.Contains(keysOfOwn(r), key) {
				continue
			}
			tried++
			fields, err := without.Parse(r, []string{key})
			if err != nil {
				if !strings.Contains(err.Error(), "it is read as the ") {
					t.Errorf("%s: %s: %v", place, key, err)
				}
				continue
			}
			for f, got := range written(t, leave(fields, r)) {
				if strings.Contains(strings.ToLower(got), "xmark") {
					t.Errorf("%s: without %s it is in %s:\n%s", place, key, f, got)
				}
			}
		}
	}
	if tried < 100 {
		t.Errorf("%d keys are tried", tried)
	}
}

// What is called as something else is told of.
func TestOwnKeysCalledAsOursAreSaid(t *testing.T) {
	for text, want := range map[string]string{
		"date,title,label\n2025-01-01,One,Lab\n": "the record's own label is left out; label of the format stays (leave out figures)",
		"actors: [{name: Anna, status: gone}]\nevents: [{date: 2025-01-01, title: One, status: reported, actors: [Anna]}]": "the record's own status is left out as well as status of the format",
		"actors: [{name: Anna, status: gone}]\nevents: [{date: 2025-01-01, title: One, actors: [Anna]}]":                   "",
	} {
		key, file := "status", "x.yaml"
		if strings.HasPrefix(text, "date") {
			key, file = "label", "x.csv"
		}
		r := readAs(file, text)
		fields, err := without.Parse(r, []string{key})
		if err != nil {
			t.Fatal(err)
		}
		if _, said := fields.Leave(r); strings.Join(said, "; ") != want {
			t.Errorf("%s: %q", text, said)
		}
	}
}
