package report_test

import (
	"encoding/json"
	"errors"
	"flag"
	"net/url"
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

// A file of SARIF has all that its schema, version 2.1.0, requires, in the ranges that it allows.
func TestSARIFIsAsItsSchemaSays(t *testing.T) {
	for name, want := range map[string]string{
		"notes/a.yaml": "notes/a.yaml", "ä %.yaml": "%C3%A4%20%25.yaml", "a?#.yaml": "a%3F%23.yaml",
		"a:b.yaml":    "./a:b.yaml", // or else a would be a scheme
		"/srv/ä.yaml": "file:///srv/%C3%A4.yaml", "../a.yaml": "../a.yaml", "stdin": "stdin", "a\n.yaml": "a%0A.yaml",
	} {
		file := diag.NewFile(name, "one\n\n")
		one := diag.Range{File: file, Line: 2, Column: 1, Width: 9}.Problem(rule.NoDate, "no date", "")
		uri := checkSARIF(t, append(problems(), one))
		if uri != want {
			t.Errorf("%q is %q, not %q", name, uri, want)
		}
		if at, err := url.Parse(uri); err != nil || strings.TrimPrefix(at.Path, "./") != name {
			t.Errorf("%q is %q: %v", name, uri, err)
		}
	}
	if uri := checkSARIF(t, nil); uri != "" {
		t.Errorf("no problem is in %q", uri)
	}
}

// checkSARIF checks what is written of problems, and returns the address of the last.
func checkSARIF(t *testing.T, problems diag.Problems) (uri string) {
	t.Helper()
	var out strings.Builder
	_ = report.Write(&out, report.SARIF, problems, 0)
	type text struct{ Text *string }
	var log struct {
		Schema  string `json:"$schema"`
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct {
						ID                   string
						ShortDescription     text
						DefaultConfiguration struct{ Level string }
					}
				}
			}
			ColumnKind string
			Results    *[]struct {
				RuleID          string
				RuleIndex       *int
				Level           string
				Message         text
				OccurrenceCount int
				Locations       []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           *struct{ StartLine, StartColumn, EndColumn *int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(out.String()), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Results == nil {
		t.Fatalf("version %q, %d runs:\n%s", log.Version, len(log.Runs), out.String())
	}
	run, rules := log.Runs[0], log.Runs[0].Tool.Driver.Rules
	if run.Tool.Driver.Name != "dateline" || run.ColumnKind != "unicodeCodePoints" || len(rules) != len(rule.All()) {
		t.Errorf("driver %q, columns in %q, %d rules", run.Tool.Driver.Name, run.ColumnKind, len(rules))
	}
	isLevel := func(level string) bool { return level == "error" || level == "warning" }
	for _, one := range rules {
		_, known := rule.Named(one.ID)
		if !known || one.ShortDescription.Text == nil || !isLevel(one.DefaultConfiguration.Level) {
			t.Errorf("rule %+v", one)
		}
	}
	isIn := func(n *int, least int) bool { return n == nil || *n >= least }
	for _, one := range *run.Results {
		n := one.RuleIndex
		if n == nil || *n < 0 || *n >= len(rules) || rules[*n].ID != one.RuleID {
			t.Errorf("%q is no rule of the driver", one.RuleID)
		}
		if !isLevel(one.Level) || one.Message.Text == nil || *one.Message.Text == "" || one.OccurrenceCount < 1 {
			t.Errorf("%+v", one)
		}
		for _, at := range one.Locations {
			uri = at.PhysicalLocation.ArtifactLocation.URI
			if _, err := url.Parse(uri); err != nil || uri == "" || strings.ContainsAny(uri, " \\\n\x1b") {
				t.Errorf("address %q: %v", uri, err)
			}
			region := at.PhysicalLocation.Region
			if region == nil {
				continue
			}
			if region.StartLine == nil || *region.StartLine < 1 || !isIn(region.StartColumn, 1) || !isIn(region.EndColumn, 2) {
				t.Errorf("region %+v", region)
			}
		}
	}
	return uri
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
