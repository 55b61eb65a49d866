package diag_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// report reports an unknown key on a line of a file.
func report(l *diag.List, file *diag.File, line int, key, hint string) {
	l.Report(diag.Range{File: file, Line: line, Column: 1, Width: 1}, rule.UnknownKey, "unknown key `"+key+"`", hint)
}

// guessed reports what a key of the first line of a file is taken for.
func guessed(l *diag.List, file *diag.File, line int, key, role string) {
	cure := "call it " + role + ", or say --map " + role + "=" + key
	if strings.Contains(key, " ") {
		cure = "call it " + role + ", or say --map " + role + "=\"" + key + "\""
	}
	l.Report(diag.Range{File: file, Line: line, Column: 1}, rule.RoleGuessed, "`"+key+"` is taken for `"+role+"`", cure)
}

func TestGroupsAreToldOnce(t *testing.T) {
	const kept = "it is kept"
	file := diag.NewFile("a.yaml", strings.Repeat("x\n", 400))
	for name, c := range map[string]struct {
		report func(l *diag.List)
		want   string
	}{
		"one": {
			func(l *diag.List) { report(l, file, 1, "a", kept) },
			"a.yaml:1:1: warning: unknown key `a` [unknown-key]\n   1 | x\n     | ^\n     = it is kept\n",
		},
		"a few say where": {
			func(l *diag.List) {
				for n := range 4 {
					report(l, file, 1+n, "a", "")
				}
			},
			"a.yaml:1:1: warning: unknown key `a`, and 3 more in this file [unknown-key]\n   1 | x\n     | ^\n" +
				"     = also in lines 2, 3 and 4\n",
		},
		"other files": {
			func(l *diag.List) {
				report(l, file, 1, "a", "")
				report(l, diag.NewFile("b.yaml", "x"), 1, "a", "")
			},
			"a.yaml:1:1: warning: unknown key `a`; in 2 files [unknown-key]\n   1 | x\n     | ^\n     = also at b.yaml:1:1\n",
		},
		"many places show no line": {
			func(l *diag.List) {
				for n := range 6 {
					report(l, diag.NewFile(fmt.Sprint(n, ".yaml"), "x"), 1, "a", kept)
				}
			},
			"0.yaml:1:1: warning: unknown key `a`; in 6 files [unknown-key]\n     = it is kept\n",
		},
		"events": {
			func(l *diag.List) {
				for range 1200 {
					l.BeginEvent()
					report(l, file, 1, "a", "")
					report(l, file, 1, "a", "")
					l.EndEvent()
				}
			},
			"a.yaml:1:1: warning: unknown key `a`, and 2,399 more in 1,200 events [unknown-key]\n",
		},
		"errors come first, and of them what is more": {
			func(l *diag.List) {
				at := diag.Range{File: file}
				report(l, file, 1, "a", "")
				l.Report(at, rule.NoTitle, "no title", "")
				for range 9 {
					l.Report(at, rule.NoDate, "no date", "")
				}
				l.Report(at, rule.EmptyFile, "empty", "")
			},
			"a.yaml: error: empty [empty-file]\na.yaml: error: no date, and 8 more in this file [no-date]\n" +
				"a.yaml: error: no title [no-title]\na.yaml:1:1: warning: unknown key `a` [unknown-key]\n   1 | x\n     | ^\n",
		},
		"many keys with one cure, in turn": {
			func(l *diag.List) {
				for n := range 20 {
					l.BeginEvent()
					report(l, file, 1+2*n, string(rune('a'+n%7)), kept)
					report(l, file, 2+2*n, "actr", "did you mean `actors`?")
					l.EndEvent()
				}
			},
			"a.yaml:1:1: warning: unknown key `a` (3), `b` (3), `c` (3), `d` (3), `e` (3), …; 7 kinds, " +
				"20 in this file [unknown-key]\n     = it is kept\n" +
				"a.yaml:2:1: warning: unknown key `actr`, and 19 more in this file [unknown-key]\n" +
				"     = did you mean `actors`?\n",
		},
		"what keys are taken for is one list, with one cure": {
			func(l *diag.List) {
				for n := range 3 {
					l.BeginEvent()
					guessed(l, file, 1, "year", "date")
					if n > 0 {
						guessed(l, file, 1, "End Year", "end")
					}
					l.EndEvent()
				}
			},
			"a.yaml:1:1: warning: `year` is taken for `date`, `End Year` for `end` (2); in 3 events [role-guessed]\n" +
				"     = call them so, or say --map date=year,end=\"End Year\"\n",
		},
		"other keys are one list": {
			func(l *diag.List) {
				for n := range 30 {
					at := diag.Range{File: file, Line: 1, Column: 1 + n%15}
					message := fmt.Sprintf("`%c` is kept", 'a'+n%15)
					l.BeginEvent()
					l.Report(at, rule.OtherKey, message, "")
					l.EndEvent()
				}
			},
			"a.yaml:1:1: warning: 15 other keys are kept, shown and can be asked for: " +
				"`a`, `b`, `c`, `d`, `e`, " +
				"`f`, `g`, `h`, `i`,\n    `j`, `k`, `l`, …; in 30 events [other-key]\n",
		},
		"keys with cures of their own, each with its cure": {
			func(l *diag.List) {
				for n, key := range []string{"type", "status", "actors"} {
					for range 9 - n {
						report(l, file, 9-n, key[1:], "did you mean `"+key+"`?")
					}
				}
			},
			"a.yaml:9:1: warning: unknown key `ype` (9, `type`?), `tatus` (8, `status`?), `ctors` (7, `actors`?); 3 kinds, " +
				"24 in this\n    file [unknown-key]\n     = did you mean `type`?\n",
		},
		"a few of them are mended one by one": {
			func(l *diag.List) {
				for n, key := range []string{"type", "status", "actors"} {
					report(l, file, 1+n, key[1:], "did you mean `"+key+"`?")
				}
			},
			"a.yaml:1:1: warning: unknown key `ype` [unknown-key]\n   1 | x\n     | ^\n     = did you mean `type`?\n" +
				"a.yaml:2:1: warning: unknown key `tatus` [unknown-key]\n   2 | x\n     | ^\n     = did you mean `status`?\n" +
				"a.yaml:3:1: warning: unknown key `ctors` [unknown-key]\n   3 | x\n     | ^\n     = did you mean `actors`?\n",
		},
		"where names of files are long, what is wrong comes first": {
			func(l *diag.List) {
				for n := range 6 {
					report(l, diag.NewFile(strings.Repeat("x", 60)+fmt.Sprint(n), "x"), 1, "a", kept)
				}
				l.Report(diag.Range{File: file}, rule.NoTitle, "no title", "")
			},
			"a.yaml: error: no title [no-title]\n" +
				"warning: unknown key `a`; in 6 files [unknown-key]\n  " + strings.Repeat("x", 60) + "0:1:1: it is kept\n",
		},
		"a place is said once": {
			func(l *diag.List) {
				for range 3 {
					report(l, file, 1, "a", "")
				}
				report(l, file, 7, "a", "")
			},
			"a.yaml:1:1: warning: unknown key `a`, and 3 more in this file [unknown-key]\n   1 | x\n     | ^\n" +
				"     = also in line 7\n",
		},
		"a place that is that of the first is counted": {
			func(l *diag.List) {
				for range 1000 {
					reportOfKey(l, file)
				}
				if len(l.Found()) != 1 {
					t.Error("the places of a column are kept")
				}
			},
			"a.yaml:2:1: warning: unknown key `a`, and 999 more in this file [unknown-key]\n   2 | x\n     | ^\n",
		},
		"a key that is merged into events of two parts is told once": {
			func(l *diag.List) {
				reportOfKey(l, file)
				part := l.Rest()
				reportOfKey(&part, file)
				if l.Take(part); len(l.Found()) != 1 {
					t.Error("each part keeps its place")
				}
			},
			"a.yaml:2:1: warning: unknown key `a`, and 1 more in this file [unknown-key]\n   2 | x\n     | ^\n",
		},
	} {
		list := diag.NewList(diag.MaxProblems)
		c.report(&list)
		for _, l := range taken(list) {
			var out strings.Builder
			if err := diag.FprintGroups(&out, l.Groups(), diag.Columns); err != nil || out.String() != c.want {
				t.Errorf("%s: %v, got\n%swant\n%s", name, err, out.String(), c.want)
			}
		}
	}
}

// reportOfKey reports the key of an event at a place that others have too.
func reportOfKey(l *diag.List, file *diag.File) {
	l.BeginEvent()
	l.ReportOfKey(diag.Range{File: file, Line: 2, Column: 1}, rule.UnknownKey, "unknown key `a`",
		func() (width int, hint string) { return 1, "" })
	l.EndEvent()
}

// taken returns a list, and lists that have taken it.
func taken(list diag.List) []diag.List {
	all := diag.NewList(diag.MaxProblems)
	all.Take(diag.NewList(0))
	all.Take(list)
	return []diag.List{list, all, all.Clone()}
}

// Keys of any number are few groups in bounded memory, whose counts are right.
func TestAnyNumberOfKindsIsFewGroups(t *testing.T) {
	list, file := diag.NewList(10), diag.NewFile("a.yaml", "x")
	const n = 5000
	for i := range n {
		report(&list, file, 1, fmt.Sprint("key", i), fmt.Sprint("did you mean ", i%300, "?"))
	}
	groups := list.Groups()
	if got := groups.Count(); got != n || len(groups) > 10 {
		t.Errorf("%d problems in %d groups", got, len(groups))
	}
	last := groups[0]
	if got := last.Problem().Message; !strings.Contains(got, " more of many kinds") {
		t.Errorf("%q", got)
	}
}

// However problems come in parts, and whatever of them there is room for, they are counted as if they came one by one.
func TestTakingPartsCountsAsOne(t *testing.T) {
	files := []*diag.File{diag.NewFile("a.yaml", "x\ny"), diag.NewFile("b.yaml", "x\ny")}
	rules := []rule.ID{rule.UnknownKey, rule.NoDate, rule.NoTitle, rule.LookAlike}
	rapid.Check(t, func(t *rapid.T) {
		room := rapid.IntRange(0, 5).Draw(t, "room")
		whole, joined := diag.NewList(room), diag.NewList(room)
		for _, file := range files {
			for range rapid.IntRange(0, 3).Draw(t, "parts") {
				part := joined.Rest()
				for range rapid.IntRange(0, 4).Draw(t, "events") {
					whole.BeginEvent()
					part.BeginEvent()
					for range rapid.IntRange(0, 4).Draw(t, "problems") {
						at := diag.Range{File: file, Line: rapid.IntRange(1, 2).Draw(t, "line")}
						of := rapid.SampledFrom(rules).Draw(t, "rule")
						message := rapid.SampledFrom([]string{"`a`", "`b`", "`c`"}).Draw(t, "message")
						hint := "" // which each kind has its own of
						if of == rule.UnknownKey {
							hint = "did you mean " + message + "?"
						}
						whole.Report(at, of, message, hint)
						counted := rapid.Bool().Draw(t, "of the file") && part.Counts(file, of, message)
						if !counted && !part.Skip(of, message) {
							part.Report(at, of, message, hint)
						}
					}
					whole.EndEvent()
					part.EndEvent()
				}
				joined.Take(part)
			}
		}
		var want, got strings.Builder
		_ = diag.FprintGroups(&want, whole.Groups(), diag.Columns)
		_ = diag.FprintGroups(&got, joined.Groups(), diag.Columns)
		if want.String() != got.String() || whole.Count() != joined.Count() ||
			whole.Found().String() != joined.Found().String() {
			t.Fatalf("in parts:\n%s\n%s\nnot\n%s\n%s", got.String(), joined.Found(), want.String(), whole.Found())
		}
		count := 0
		for _, g := range joined.Groups() {
			count += g.Count
		}
		if count != joined.Count() {
			t.Fatalf("%d of %d problems are in groups", count, joined.Count())
		}
	})
}
