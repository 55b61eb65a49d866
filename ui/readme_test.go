package ui

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/ui/config"
)

// TestReadme holds the parts of README that can be computed against what they are computed from.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, part := range []struct{ name, want string }{
		{"keys", readmeKeys()},
		{"dates", readmeDates(t)},
		{"check", readmeCheck(t)},
		{"linear", readmeLinear(t)},
	} {
		open, shut := "<!-- "+part.name+" -->\n", "<!-- /"+part.name+" -->"
		before, rest, ok := strings.Cut(text, open)
		old, after, ok2 := strings.Cut(rest, shut)
		if !ok || !ok2 {
			t.Fatalf("README has no part %s", part.name)
		}
		if old != part.want && !*updateGoldens {
			t.Errorf("README's part %s is not what it was; -update writes:\n%s", part.name, part.want)
		}
		text = before + open + part.want + shut + after
	}
	if *updateGoldens {
		if err := os.WriteFile("../README.md", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestReadmeCounts holds how much README says that the record has which the program carries.
func TestReadmeCounts(t *testing.T) {
	data, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	record := open(t, 80, 24, embedded(t)).record()
	want := fmt.Sprintf("%d events and their %d sources", record.Len(), record.Sources())
	if !strings.Contains(string(data), want) {
		t.Errorf("README does not say %q", want)
	}
}

// TestReadmeExamples reads the records and the filters that README shows.
func TestReadmeExamples(t *testing.T) {
	data, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(data), "```")
	records, filters, settings := 0, 0, 0
	for i := 1; i < len(blocks); i += 2 {
		if text, ok := strings.CutPrefix(blocks[i], "yaml\n# config.yaml"); ok {
			if said, file := config.Parse("README.md", "# config.yaml"+text, Keys()); len(file.Found()) > 0 || said.Keys == nil {
				t.Errorf("the settings of README say %+v, and:\n%s", said, file.Found())
			}
			settings++
		} else if text, ok := strings.CutPrefix(blocks[i], "yaml\n"); ok {
			records++
			p := load.Files(context.Background(), []load.File{file("README.yaml", text)}, nil)
			if p.Index.Timeline().Len() == 0 || p.Problems.Errors() > 0 {
				t.Errorf("a record of README has %d events, and:\n%s", p.Index.Timeline().Len(), p.Problems)
			}
		}
		if !strings.Contains(blocks[i], "\nactor:rubio") {
			continue
		}
		for _, line := range strings.Split(strings.TrimSpace(blocks[i]), "\n") {
			filters++
			filter, _, _ := strings.Cut(line, "   ")
			if _, err := query.Parse(filter); err != nil {
				t.Errorf("README's filter %q: %v", filter, err)
			}
		}
	}
	if records != 2 || filters < 10 || settings != 1 {
		t.Errorf("%d records, %d filters and %d settings were found", records, filters, settings)
	}
}

// readmeKeys is the table of keys.
func readmeKeys() string {
	var b strings.Builder
	for _, g := range groups {
		fmt.Fprintf(&b, "| %s | | its name |\n|---|---|---|\n", g)
		for _, a := range actions() {
			if a.group == g && a.does != "" {
				fmt.Fprintf(&b, "| `%s` | %s | `%s` |\n", strings.ReplaceAll(a.show, " ", "` `"), a.does, a.name)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// readmeDates shows how dates read.
func readmeDates(t *testing.T) string {
	var b strings.Builder
	b.WriteString("| written | read as |\n|---|---|\n")
	for _, s := range []string{
		"2025-09-08", "2025-09", "2025", "2025-09-20T20:39+03:00", "2025-09-23/2025-09-29", "2022-02-24/..",
		"2025-08~", "2025-08-15?", "2025%", "202X", "2025-08-XX", "2025-21", "[2025-08-15,2025-08-16]", "-0044-03-15",
	} {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "| `%s` | %s |\n", s, d)
	}
	return b.String()
}

// readmeCheck is what check prints for a record with two kinds of mistakes.
func readmeCheck(t *testing.T) string {
	p := load.Files(context.Background(), []load.File{file("notes.yaml", `events:
  - date: 2025-02-30
    title: A day that does not exist
  - date: 2025-03-01
    title: A key that is spelled wrong
    actor: [Rubio]
  - date: 2025-03-02
    title: And again
    actor: [Yermak]
`)}, nil)
	if len(p.Groups) != 2 {
		t.Fatalf("%d kinds of problems, want 2", len(p.Groups))
	}
	var b strings.Builder
	if err := diag.FprintGroups(&b, p.Groups, diag.Columns); err != nil {
		t.Fatal(err)
	}
	return "```\n" + b.String() + "```\n"
}
