package export_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/export"
)

// Whatever a text looks like, it is written as a text in every place where a writer's own key may stand, and its key as
// that key, for every reader of YAML. A list and a map are written as such.
func TestOwnTextsAreTextsToOthers(t *testing.T) {
	for _, text := range []string{
		"{a: b}", "[x]", "[a, b]", "- a", "- a\n- b", "a: 1\nb: 2", "{}", "[]", "[[x]]", "{a: {b: [c]}}", "- - a", "k:\n  l: m",
		"? x", ": y", "*x", "&x", "!x", "!!str x", "%x", "@x", "`x", "#x", "x: y", "x #y", "yes", "No", "null", "~", "0x1F", "1_000",
		"1:30", "0o17", "1e3", ".5", "0.10", "007", "a\rb", "a\u0085b", "a\u2028b", "\ufeffa", "a\x01b", "a\u009fb", "a\tb",
		"---", "--- x", "...", "<<", "=", "|", "> x", "'x", `"x"`, `\n`, "a:", "-", "?", ",", "}", "]", "!", "&", "a\n\nb", "a\n b",
		strings.Repeat("x", 3000), strings.Repeat("long words ", 900) + "end", "{" + strings.Repeat("a, ", 900) + "b}",
	} {
		checkOwnText(t, text)
	}
	rapid.Check(t, func(t *rapid.T) {
		signs := rapid.RuneFrom([]rune("\n \t:#-?,[]{}&*!|>'\"%@`\\~.=<01ab"))
		if text := strings.TrimSpace(rapid.StringOfN(signs, 1, 12, -1).Draw(t, "text")); text != "" {
			checkOwnText(t, text)
		}
	})
}

func checkOwnText(t failing, text string) {
	own := map[string]any{"zz" + text: "value of the key", "zzOwn": text, "zzList": []any{"a", text}, "zzMap": map[string]any{"b": text}}
	with := func(more map[string]any) map[string]any {
		for key, value := range own {
			more[key] = value
		}
		return more
	}
	record, err := json.Marshal(with(map[string]any{
		"title":   "A",
		"actors":  []any{with(map[string]any{"id": "mira", "name": "Mira Sol"})},
		"sources": []any{with(map[string]any{"id": "one", "url": "https://example.org/1"})},
		"events": []any{with(map[string]any{
			"date": "2025-01-01", "title": "B", "actors": []any{"mira"}, "sources": []any{"one"},
		})},
	}))
	if err != nil {
		t.Errorf("%v", err)
		return
	}
	var ascii strings.Builder // else the reader makes something readable of what is not
	for _, r := range string(record) {
		if r < 0x7f {
			ascii.WriteRune(r)
		} else {
			fmt.Fprintf(&ascii, `\u%04x`, r)
		}
	}
	p := recordOf("x.json", ascii.String())
	written := wholeAs(p, export.YAML)
	var tree map[string]any
	if err := yaml.Unmarshal([]byte(written), &tree); err != nil {
		t.Errorf("%q: %v in\n%s", text, err, written)
		return
	}
	item := func(key string) map[string]any {
		if list, ok := tree[key].([]any); ok && len(list) > 0 {
			one, _ := list[0].(map[string]any)
			return one
		}
		return nil
	}
	for where, found := range map[string]map[string]any{
		"head": tree, "actor": item("actors"), "source": item("sources"), "event": item("events"),
	} {
		if found["zz"+text] != "value of the key" || plain(found["zzOwn"]) != text {
			t.Errorf("%q is %q and the key %v in the %s of\n%.2000s", text, found["zzOwn"], found["zz"+text], where, written)
			return
		}
		list := fmt.Sprintf("%q", found["zzList"])
		if want := fmt.Sprintf("%q", []any{"a", text}); list != want && strings.HasPrefix(list, "[") {
			t.Errorf("the list is %s, want %s, in the %s of\n%.2000s", list, want, where, written)
		}
	}
	if again := said(readBack(written, export.YAML)); again != said(p) {
		t.Errorf("%q is read back as something else: %s\nin\n%.2000s", text, differ(said(p), again), written)
	}
}

// plain returns a text, and a number as it is written without quotes.
func plain(value any) string {
	if number, ok := value.(float64); ok {
		return strconv.FormatFloat(number, 'f', -1, 64)
	}
	return fmt.Sprint(value)
}
