package load

import (
	gocmp "cmp"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// everyField returns a record whose fields are all aliases: of a text, of a link that ends in it, or of one whose host
// it is. The fields come from the tables of fields, so that a new one is tried too.
func everyField() string {
	record := func(keys []string, own map[string]string) string {
		var fields []string
		for _, key := range keys {
			fields = append(fields, key+": "+gocmp.Or(own[key], "*text"))
		}
		return "{" + strings.Join(append(fields, "? *text : *text"), ", ") + "}"
	}
	list := func(items ...string) string { return "[" + strings.Join(items, ", ") + "]" }
	source := record(sourceFields.keys(), nil)
	inPlace := record(sourceFields.keys(), map[string]string{
		"id": "*host", "url": "*link", "archive_url": "*host", "published": "2025-01-01", "accessed": "2025-01-02",
	})
	dated := record(membershipFields.keys(), map[string]string{"start": "2025", "end": "2026"})
	actors := list(
		record(actorFields.keys(), map[string]string{
			"memberships": list(record(membershipFields.keys(), nil), dated, "*text"),
			"aliases":     list("*text", "*link"),
		}),
		record(actorFields.keys(), map[string]string{"id": "*host", "kind": "state", "memberships": list(dated)}), "*link")
	event := func(date, end string) string {
		return record(eventFields.keys(), map[string]string{
			"date": date, "end": end, "start": "2025-01-01",
			"actors": list(record(partFields.keys(), nil), "*text", "*link", "*also"),
			"tags":   list("*text", "*link"), "related": list("*text", "*host"),
			"quotes": list(record(quoteFields.keys(), nil), "*text"), "figures": list(record(figureFields.keys(), nil)),
			"claims": list(record(claimFields.keys(), nil), "*text"), "notes": list("*text", "*link"),
			"sources": list("*text", source, inPlace, "*link", "*host"),
		})
	}
	types := fmt.Sprintf("{? *text : %s, ? *link : %s, ? *host : *text}",
		record(typeFields.keys(), map[string]string{"family": "talks"}),
		record(typeFields.keys(), map[string]string{"glyph": "◊"}))
	return fmt.Sprintf("title: *text\ndescription: *text\n? *text\n: *text\nactors: %s\nsources: %s\ntypes: %s\n"+
		"events:\n  - %s\n  - %s\n  - %s\n  - *text\n",
		actors, list(source, "*text"), types, event("*text", "*text"), event("2025-09-08", "2025-09-09"), event("*link", "~"))
}

// All tests that try hostile texts use the same record, which they have from testrecord.
func TestFileOfEveryField(t *testing.T) {
	const name = "../testrecord/every-field.yaml"
	if *update {
		if err := os.WriteFile(name, []byte(everyField()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(text), everyField()); diff != "" {
		t.Errorf("%s is not what the tables say (-is +should be):\n%s", name, diff)
	}
}
