package diag_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// A full list counts what it does not keep, and still has the first of each kind. Warnings take no room from errors.
func TestAFullListCountsWhatItDoesNotKeep(t *testing.T) {
	at := diag.Range{File: diag.NewFile("a.yaml", "one\ntwo"), Line: 2}
	list := diag.NewList(1)
	for range 3 {
		list.Report(at, rule.UnknownKey, "unknown key `a`", "")
		list.Report(at, rule.UnknownKey, "unknown key `b`", "")
	}
	list.Report(at, rule.NoDate, "no date", "")
	if list.Skip(rule.NoTitle, "") || !list.Skip(rule.NoDate, "") || list.Skip(rule.UnknownKey, "unknown key `c`") {
		t.Error("what is skipped is not the kinds whose first is known")
	}
	const want = "1 no date, and 1 more|2 unknown key `a`, and 2 more|3 unknown key `b`, and 2 more"
	all := diag.NewList(1)
	all.Take(list)
	for _, l := range []diag.List{list, all, all.Clone()} {
		said := ""
		for n, g := range l.Groups() {
			said += fmt.Sprintf("|%d %s", n+1, g.Problem().Message)
		}
		if said = strings.ReplaceAll(said, " in this file", "")[1:]; said != want {
			t.Errorf("got  %s\nwant %s", said, want)
		}
		if got := l.Found().Summary(); got != "1 error, 1 warning" || l.Count() != 8 || !l.Full() || l.Errors() != 2 {
			t.Errorf("%s of %d", got, l.Count())
		}
		if got := l.Groups().Summary(); got != "2 errors, 6 warnings" {
			t.Error(got)
		}
	}
}

// What is reported once is so in all lists that are taken together, and anything else with its words is not dropped.
func TestReportOnce(t *testing.T) {
	at := diag.Range{File: diag.NewFile("a.yaml", "one\ntwo"), Line: 2}
	all := diag.NewList(10)
	for range 2 {
		part := diag.NewList(10)
		for range 2 {
			part.ReportOnce(at, rule.UnknownKey, "far", "")
			part.Report(at, rule.UnknownKey, "near", "")
		}
		part.ReportOnce(at, rule.UnknownKey, "farther", "")
		all.Take(part)
	}
	var got []string
	for _, p := range all.Found() {
		got = append(got, p.Message)
	}
	if want := "far near near farther near near"; strings.Join(got, " ") != want || all.Count() != len(got) {
		t.Errorf("got %q, want %q; %d are counted", got, want, all.Count())
	}
	before := all.Clone()
	all.ReportOnce(at, rule.UnknownKey, "new", "")
	before.ReportOnce(at, rule.UnknownKey, "new", "")
	if before.Count() != 7 || all.Count() != 7 {
		t.Errorf("a list that is gone on with from a copy has %d and %d problems", before.Count(), all.Count())
	}
}

// What a rule tells once of a place is told and counted once, by whichever parts of a file it is met.
func TestOnceAPlace(t *testing.T) {
	in := diag.NewFile("a.yaml", "one\ntwo")
	all := diag.NewList(10)
	for line := range 2 {
		part := diag.NewList(10)
		part.BeginEvent()
		part.Report(diag.Range{File: in, Line: 1, Column: 1}, rule.UnreadWords, "shared", "")
		part.EndEvent()
		if line == 1 {
			part.BeginEvent()
			part.Report(diag.Range{File: in, Line: 2, Column: 1}, rule.UnreadWords, "own", "")
			part.EndEvent()
		}
		before := all.Clone()
		before.Take(part)
		all.Take(part)
		if before.Count() != all.Count() {
			t.Errorf("a copy counts %d, its original %d", before.Count(), all.Count())
		}
	}
	if all.Count() != 2 || len(all.Found()) != 2 {
		t.Errorf("got %d problems, %d of them with a place; want 2", all.Count(), len(all.Found()))
	}
}

// What is told once of a place leaves each event counted in which another of its kind stands, and no other.
func TestOnceAPlaceOfEvents(t *testing.T) {
	in := diag.NewFile("a.yaml", "")
	rapid.Check(t, func(t *rapid.T) {
		whole, joined := diag.NewList(100), diag.NewList(100)
		told := map[int]bool{}
		line := 10
		for range rapid.IntRange(1, 4).Draw(t, "parts") {
			part, parts := diag.NewList(100), []int{}
			for range rapid.IntRange(0, 3).Draw(t, "events") {
				whole.BeginEvent()
				part.BeginEvent()
				places := rapid.SliceOfNDistinct(rapid.IntRange(1, 4), 0, 3, rapid.ID).Draw(t, "shared places")
				for range rapid.IntRange(0, 2).Draw(t, "own places") {
					line++
					places = append(places, line)
				}
				for _, place := range places {
					if slices.Contains(parts, place) { // as a part tells nothing twice
						continue
					}
					parts = append(parts, place)
					at := diag.Range{File: in, Line: place, Column: 1}
					part.Report(at, rule.UnreadWords, "words", "")
					if !told[place] {
						whole.Report(at, rule.UnreadWords, "words", "")
					}
					told[place] = true
				}
				whole.EndEvent()
				part.EndEvent()
			}
			joined.Take(part)
		}
		want, got := whole.Groups(), joined.Groups()
		if len(got) != len(want) || len(got) > 0 && (got[0].Events != want[0].Events || got[0].Count != want[0].Count) {
			t.Fatalf("got %+v\nwant %+v", got, want)
		}
	})
}

func TestBriefKeepsWholeLetters(t *testing.T) {
	got := diag.Brief(strings.Repeat("x", 199) + "éé")
	if want := strings.Repeat("x", 199) + "…"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
