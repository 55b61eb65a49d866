package load

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/internal/guess"
)

// TestReadmeSpellings compares README's list of foreign spellings with the tables of fields.
func TestReadmeSpellings(t *testing.T) {
	var b strings.Builder
	b.WriteString("| in | key | also understood |\n|---|---|---|\n")
	spellings(&b, "event", eventFields)
	spellings(&b, "actor record", actorFields)
	spellings(&b, "source record", sourceFields)
	b.WriteString("\n| of an event | keys of others, the better ones first | those that count only in other people's files |\n" +
		"|---|---|---|\n")
	for _, names := range guess.Table {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", names.Role, code(names.Strong), code(names.Weak))
	}
	want := "<!-- spellings -->\n" + b.String() + "<!-- /spellings -->"
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(data), "<!-- spellings -->")
	_, after, ok := strings.Cut(rest, "<!-- /spellings -->")
	if !ok {
		t.Fatal("README has no list of spellings")
	}
	if text := before + want + after; text != string(data) {
		if !*update {
			t.Fatalf("README's list of spellings is not what it was; -update writes:\n%s", want)
		}
		if err := os.WriteFile("../../README.md", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// code returns names as README has them.
func code(names string) string {
	return "`" + strings.Join(strings.FieldsFunc(names, func(r rune) bool { return r == ' ' || r == '+' }), "` `") + "`"
}

// spellings writes a row for every key of a table that has other spellings.
func spellings[T any](b *strings.Builder, in string, t *Fields[T]) {
	for _, f := range t.fields {
		if aliases := slices.Sorted(slices.Values(f.aliases)); len(aliases) > 0 {
			fmt.Fprintf(b, "| %s | `%s` | `%s` |\n", in, f.key, strings.Join(aliases, "` `"))
		}
	}
}
