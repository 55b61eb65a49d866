package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

// headed is a record with a head.
const headed = `
title: A record
description: "What *it* is about.\n\nAnd what not."
owner: <desk>
see: [a, b]
types: {strike: {family: force, glyph: ×}, wedding: help}
events: [{date: 2025, title: One}, {date: 2026, title: Two}]
`

// exportHeaded writes the head, and then the events at the places from, from+1, … of s.
func exportHeaded(w io.Writer, t *timeline.Timeline, s index.Selection, from int, f export.Format) error {
	x := export.New(w, f, export.Emphasis{})
	if err := x.Head(t); err != nil {
		return err
	}
	if err := x.Write(t, s, from); err != nil {
		return err
	}
	return x.Close()
}

// exportedHead returns what is written with the head and all events.
func exportedHead(t testing.TB, x *index.Index, f export.Format) string {
	t.Helper()
	var out bytes.Buffer
	if err := exportHeaded(&out, x.Timeline(), x.Select(query.Query{}), 0, f); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestExportHead(t *testing.T) {
	x := recordOf("x.yaml", headed).Index
	for f, want := range map[export.Format]string{
		export.Text: "  What *it* is about.\n  And what not.\n  owner: <desk>\n  see: [a, b]\n\n2025  One\n\n2026  Two\n",
		export.Markdown: "What \\*it\\* is about.\n\nAnd what not.\n\n**owner:** &lt;desk>\n\n**see:** \\[a, b\\]\n\n" +
			"## 2025: One\n\n## 2026: Two\n",
	} {
		if diff := cmp.Diff(want, exportedHead(t, x, f)); diff != "" {
			t.Errorf("%s: %s", f, diff)
		}
	}
	for _, f := range []export.Format{export.JSONLines, export.CSV} {
		if diff := cmp.Diff(exported(t, x, f), exportedHead(t, x, f)); diff != "" {
			t.Errorf("%s has a head: %s", f, diff)
		}
	}
}

// With a head, JSON is an object that begins with it, and whose events are the array without a head.
func TestExportHeadJSON(t *testing.T) {
	x := recordOf("x.yaml", headed).Index
	want := `{"title":"A record","description":"What *it* is about.\n\nAnd what not.",` +
		`"other":{"owner":"<desk>","see":"[a, b]"},` +
		`"types":{"strike":{"family":"force","glyph":"×"},"wedding":{"family":"help"}},"events":` + strings.TrimSuffix(exported(t, x, export.JSON), "\n") + "}\n"
	if diff := cmp.Diff(want, exportedHead(t, x, export.JSON)); diff != "" {
		t.Error(diff)
	}
}

// A record that says nothing of itself is written as it is without a head, and JSON has the same keys.
func TestExportEmptyHead(t *testing.T) {
	for _, text := range []string{
		"- {date: 2025, title: One}", `{title: A record, description: "", events: [{date: 2025, title: One}]}`,
	} {
		x := recordOf("x.yaml", text).Index
		for _, f := range export.Formats {
			got := exportedHead(t, x, f)
			if f == export.JSON {
				if diff := cmp.Diff([]string{"title", "description", "other", "types", "events"}, topLevelKeys(t, got)); diff != "" {
					t.Errorf("%s: %s", text, diff)
				}
				continue
			}
			if f == export.YAML {
				got = strings.TrimPrefix(got, "title: A record\n") // which others leave out
			}
			if diff := cmp.Diff(exported(t, x, f), got); diff != "" {
				t.Errorf("%s as %s: %s", text, f, diff)
			}
		}
	}
}

// What JSON says of types reads back as it was.
func TestTypesComeBack(t *testing.T) {
	x := recordOf("x.yaml", headed).Index
	again := recordOf("x.json", exportedHead(t, x, export.JSON)).Index
	if diff := cmp.Diff(x.Timeline().Types(), again.Timeline().Types()); diff != "" {
		t.Error(diff)
	}
}

// A head without events is whole too.
func TestExportOnlyHead(t *testing.T) {
	x := recordOf("x.yaml", "{description: About it., events: [{date: 2025, title: One}]}").Index
	for f, want := range map[export.Format]string{
		export.Text: "  About it.\n", export.Markdown: "About it.\n",
		export.JSON: `{"title":"","description":"About it.","other":{},"types":{},"events":[]}` + "\n",
	} {
		var out bytes.Buffer
		if err := exportHeaded(&out, x.Timeline(), x.Select(query.Query{}), 1, f); err != nil || out.String() != want {
			t.Errorf("%s: %q, %v, want %q", f, out.String(), err, want)
		}
	}
}

// Of several files the first title and the first description count, and every key that the format does not know.
func TestExportHeadOfSeveralFiles(t *testing.T) {
	x := load.Files(context.Background(), []load.File{
		load.InMemory("a.yaml", []byte("{title: First, owner: me, licence: free, events: [{date: 2025, title: One}]}")),
		load.InMemory("b.yaml", []byte("{title: Second, description: About b., owner: you, licence: free, events: []}")),
		load.InMemory("c.yaml", []byte("{description: About c., owner: me, events: []}")),
	}, nil).Index
	want := "  About b.\n  owner: me\n  licence: free\n  owner: you\n\n2025  One\n"
	if diff := cmp.Diff(want, exportedHead(t, x, export.Text)); diff != "" {
		t.Error(diff)
	}
	want = `{"title":"First","description":"About b.","other":{"licence":"free","owner":"me\nyou"},"types":{},"events":[`
	if got := exportedHead(t, x, export.JSON); !strings.HasPrefix(got, want) {
		t.Errorf("%s\ndoes not begin with\n%s", got, want)
	}
}

// What a record says of itself reads in Markdown as it was written, and is no markup.
func TestMarkdownHeadIsNoMarkup(t *testing.T) {
	for _, text := range []string{
		"<script>alert(1)</script>", "[a](https://evil.example)", "![a](https://evil.example/x.png)",
		"[a]: https://evil.example", "# a", "- a", "1. a", "> a", "---", "===", "```", "*a* **b** _c_", "| a |",
		"&copy;", "@somebody and #1", "{{k}}",
	} {
		quoted := strconv.QuoteToASCII(text)
		record := fmt.Sprintf("{description: %s, %[1]s: %[1]s, events: [{date: 2025, title: One}]}", quoted)
		got := exportedHead(t, recordOf("x.yaml", record).Index, export.Markdown)
		if err := checkMarkdown(got); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		page, _ := rendered(got)
		if want := text + " " + text + ": " + text + " 2025: One"; shownText(page) != want {
			t.Errorf("%q reads %q, want %q", text, shownText(page), want)
		}
		if strings.Contains(page, "<a") {
			t.Errorf("%q: a link in %s", text, page)
		}
	}
}

// JSON decodes to what the record says of itself, whatever that is.
func TestHeadJSONSaysWhatTheRecordSays(t *testing.T) {
	for _, text := range testrecord.Hostile() {
		tl := recordOf("x.yaml", testrecord.EveryField(text)).Index.Timeline()
		var out bytes.Buffer
		if err := exportHeaded(&out, tl, index.Selection{}, 0, export.JSON); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Title, Description string
			Other              map[string]string
		}
		if err := json.Unmarshal(out.Bytes(), &got); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if got.Title != tl.Title() || got.Description != tl.Description() {
			t.Errorf("%q and %q became %q and %q", tl.Title(), tl.Description(), got.Title, got.Description)
		}
		for _, f := range tl.Other() {
			if got.Other[f.Key] != f.Value {
				t.Errorf("%q: %q became %q", f.Key, f.Value, got.Other[f.Key])
			}
		}
	}
}
