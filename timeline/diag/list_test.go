package diag_test

import (
	"strings"
	"testing"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

func TestAFullListCountsWhatItDrops(t *testing.T) {
	at := diag.Range{File: diag.NewFile("a.yaml", "one\ntwo"), Line: 2}
	list := diag.NewList(2)
	list.Report(at, rule.NoDate, "first", "")
	list.Report(at, rule.UnknownKey, "second", "")
	list.Report(at, rule.UnknownKey, "third", "")
	got := list.Found().Summary()
	if got != "1 error, 1 warning" || list.Dropped() != 1 || list.Count() != 3 || !list.Full() {
		t.Errorf("%s, %d dropped of %d", got, list.Dropped(), list.Count())
	}
	all := diag.NewList(1)
	all.Take(list)
	if got := all.Found().Summary(); got != "1 error" || all.Dropped() != 2 {
		t.Errorf("a list that takes more than it has room for keeps %s and drops %d", got, all.Dropped())
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
	if want := "far near near farther near near"; strings.Join(got, " ") != want || all.Dropped() != 0 {
		t.Errorf("got %q, want %q; %d dropped", got, want, all.Dropped())
	}
	before := all
	all.ReportOnce(at, rule.UnknownKey, "new", "")
	before.ReportOnce(at, rule.UnknownKey, "new", "")
	if before.Count() != 7 || all.Count() != 7 {
		t.Errorf("a list that is gone on with from a copy has %d and %d problems", before.Count(), all.Count())
	}
}

func TestBriefKeepsWholeLetters(t *testing.T) {
	got := diag.Brief(strings.Repeat("x", 199) + "éé")
	if want := strings.Repeat("x", 199) + "…"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
