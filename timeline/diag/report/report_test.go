package report_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/diag"
	"dateline/timeline/diag/report"
	"dateline/timeline/diag/rule"
	"dateline/timeline/sanitize"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// problems have all there is of places, and what readers of each format would obey.
func problems() diag.Problems {
	const hostile = "é\x1b[31m\r\n::error::x,y:z %0A \u202e\u2028\u009b"
	file := diag.NewFile("notes/ä, b:c%.yaml", "one\n  actor: "+hostile+"\n")
	return diag.Problems{
		diag.Range{File: file, Line: 2, Column: 3, Width: 5}.Problem(rule.UnknownKey, "unknown key `actor`",
			"did you mean `actors`?"),
		diag.Range{File: file, Line: 2}.Problem(rule.BadDate, "there is no "+hostile, "take "+hostile+" out"),
		diag.Range{File: diag.NewFile("../a\x1b\n::b", "")}.Problem(rule.EmptyFile, "the file is empty", ""),
		diag.Range{}.Problem(rule.NoEvents, "there are no events", ""),
		diag.Range{File: file, Line: 2, Column: 3, Width: 5}.Problem(rule.UnknownKey, "unknown key `actor`",
			"did you mean `actors`?"), // of the next event
	}
}

func TestFormatsAreAsTheyWere(t *testing.T) {
	for _, format := range report.Formats {
		var out strings.Builder
		if err := report.Write(&out, format, problems(), 3); err != nil {
			t.Fatal(err)
		}
		for _, r := range out.String() {
			if r != '\n' && sanitize.Escapes(r) {
				t.Errorf("%s: %U is written", format, r)
			}
		}
		got := out.String()
		if begin := strings.Index(got, `"rules": [`); begin >= 0 { // which grow
			got = got[:begin] + got[strings.Index(got, `"columnKind"`):]
		}
		name := "testdata/" + string(format) + ".golden"
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s is not what it was (-was +is):\n%s", format, diff)
		}
	}
}

// What a program reads is what was found.
func TestJSONSaysWhatWasFound(t *testing.T) {
	var out strings.Builder
	_ = report.Write(&out, report.JSON, problems(), 3)
	var got struct {
		Problems []struct {
			Rule, Severity, File, Message, Hint string
			Line, Column, EndColumn, Count      int
		}
		Omitted int
	}
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil || got.Omitted != 3 {
		t.Fatal(err, got.Omitted)
	}
	for n, p := range problems()[:len(got.Problems)] {
		one := got.Problems[n]
		if one.Rule != p.Rule.String() || one.File != p.Pos.File || one.Message != p.Message || one.Hint != p.Hint ||
			one.Line != p.Pos.Line || one.Severity != p.Severity().String() {
			t.Errorf("%+v of %+v", one, p)
		}
	}
	if one := got.Problems[0]; one.Column != 3 || one.EndColumn != 8 || one.Count != 2 || len(got.Problems) != 4 {
		t.Errorf("columns %d to %d, %d times, of %d problems", one.Column, one.EndColumn, one.Count, len(got.Problems))
	}
}

// A record cannot give GitHub a command: each problem is one line, with two ends of its command.
func TestAProblemIsOneCommandOfGitHub(t *testing.T) {
	var out strings.Builder
	_ = report.Write(&out, report.GitHub, problems(), 0)
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != len(problems())-1 { // two are of one place
		t.Fatalf("%d lines:\n%s", len(lines), out.String())
	}
	for _, line := range lines {
		head, text, _ := strings.Cut(line[len("::"):], "::")
		if !strings.HasPrefix(line, "::error ") && !strings.HasPrefix(line, "::warning ") ||
			strings.Count(head, ":") != 0 || text == "" {
			t.Errorf("%q", line)
		}
	}
}

// SARIF names in each result a rule that it explains.
func TestRulesOfSARIF(t *testing.T) {
	var out strings.Builder
	_ = report.Write(&out, report.SARIF, problems(), 0)
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
			}
		}
	}
	if err := json.Unmarshal([]byte(out.String()), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Tool.Driver.Rules) != len(rule.All()) || len(run.Results) != len(problems())-1 {
		t.Errorf("%d rules, %d results", len(run.Tool.Driver.Rules), len(run.Results))
	}
	for _, one := range run.Results {
		if run.Tool.Driver.Rules[one.RuleIndex].ID != one.RuleID {
			t.Errorf("rule %d is not %s", one.RuleIndex, one.RuleID)
		}
	}
}

func TestWriteTellsOfAFullDisk(t *testing.T) {
	for _, format := range report.Formats {
		if err := report.Write(full{}, format, problems(), 0); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

type full struct{}

var errFull = errors.New("the disk is full")

func (full) Write([]byte) (int, error) { return 0, errFull }
