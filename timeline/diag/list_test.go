package diag_test

import (
	"strings"
	"testing"

	"dateline/timeline/diag"
)

func TestAFullListCountsWhatItDrops(t *testing.T) {
	at := diag.Range{File: diag.NewFile("a.yaml", "one\ntwo"), Line: 2}
	list := diag.NewList(2)
	list.Report(at, diag.Error, "first", "")
	list.Report(at, diag.Warning, "second", "")
	list.Report(at, diag.Warning, "third", "")
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

func TestBriefKeepsWholeLetters(t *testing.T) {
	got := diag.Brief(strings.Repeat("x", 199) + "éé")
	if want := strings.Repeat("x", 199) + "…"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
