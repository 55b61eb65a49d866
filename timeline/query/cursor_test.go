package query

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func ExampleCursorAt() {
	text := "type:call actor:yerm"
	c, ok := CursorAt(text, len(text))
	fmt.Println(ok, c.Key, c.Typed, text[c.Start:c.End], c.Rest)
	// Output: true actor yerm yerm type:call
}

func TestCursorAt(t *testing.T) {
	for _, tt := range []struct{ text, want string }{ // | is the cursor; want is key, typed, what is replaced, rest
		{"|", `"" "" "" ""`},
		{"act|", `"" "act" "act" ""`},
		{"-act|", `"" "act" "act" ""`},
		{"actor:|", `"actor" "" "" ""`},
		{"actor:ru|b x", `"actor" "ru" "rub" "x"`},
		{"x actor:a,b| type:call", `"actor" "b" "b" "x type:call"`},
		{"x -actor:a|,b", `"actor" "a" "a" "x"`},
		{`actor:"Marco R|`, `"actor" "Marco R" "\"Marco R" ""`},
		{`actor:"Marco Rubio"|`, `"actor" "Marco Rubio" "\"Marco Rubio\"" ""`},
		{"type:call |", `"" "" "" "type:call"`},
		{"type:call | x", `"" "" "" "type:call x"`},
		{"(type:call OR tag:|) x", `"tag" "" "" ""`},
		{"date:2025..|", `"date" "2025.." "2025.." ""`},
		{"place:ky|", `"location" "ky" "ky" ""`},
		{"foo:b|", `"foo" "b" "b" ""`},
		{"importance>=|", `"importance" "" "" ""`},
		{"importance>=7|8,9", `"importance" "7" "78" ""`},
		{"x date<20|", `"date" "20" "20" "x"`},
		{`"Impact Areas":w|`, `"Impact Areas" "w" "w" ""`},
		{"!actor:ru|", `"actor" "ru" "ru" ""`},
		{"actor:a|b|", `"actor" "b" "b" ""`},
		{"https://ex|", `"" "https://ex" "https://ex" ""`},
		{"claim:|", `"claim" "" "" ""`},
		{"claim:den| x", `"claim" "den" "den" "x"`},
		{"x claim:(|", `"" "" "" "x" of a claim with ""`},
		{"x -claim:(by:rus|) y", `"by" "rus" "rus" "x y" of a claim with ""`},
		{"claim:(by:a -status:d|,e sites) y", `"status" "d" "d" "y" of a claim with "by:a sites"`},
		{`claim:("a) b" (source:x| OR c) d) y`, `"source" "x" "x" "y" of a claim with ""`},
		{"claim:(a b|", `"" "b" "b" "" of a claim with "a"`},
		{"claim:(a) ty|", `"" "ty" "ty" "claim:a"`},
		{"claim:(type:c|)", `"type" "c" "c" "" of a claim with ""`},
		{`claim:("a phra|se")`, "none"},
		{`"a phra|se"`, "none"},
		{"act|or:rubio", "none"},
		{"act|or:rubio type:call", "none"},
	} {
		before, after := tt.text, ""
		if at := strings.LastIndex(tt.text, "|"); at >= 0 {
			before, after = tt.text[:at], tt.text[at+1:]
		}
		got := "none"
		if s, ok := CursorAt(before+after, len(before)); ok {
			got = fmt.Sprintf("%q %q %q %q", s.Key, s.Typed, (before + after)[s.Start:s.End], s.Rest)
			if s.InClaim {
				got += fmt.Sprintf(" of a claim with %q", s.Claim)
			}
		}
		if got != tt.want {
			t.Errorf("CursorAt(%q) is %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestClosing(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "a b": "", "(a": ")", "claim:(by:a (b OR c": "))", "(a) b)": "", `("a (b" c`: ")", `(a "b (c`: ")", ")(a": ")",
	} {
		if got := Closing(text); got != want {
			t.Errorf("%q is closed by %q, want %q", text, got, want)
		}
	}
}

// TestCursorAtAnyText holds for any text: what is typed is in it, around the cursor.
func TestCursorAtAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune(`ab:,"\ -()|.[]{}їactoridate!=<>`))).Draw(t, "text")
		if rapid.Bool().Draw(t, "claim") {
			text = "-claim:(" + text
		}
		at := rapid.IntRange(0, len(text)).Draw(t, "at")
		s, ok := CursorAt(text, at)
		if ok && (s.Start < 0 || s.Start > at || s.End < at || s.End > len(text)) {
			t.Fatalf("what is typed is %d–%d of %q at %d", s.Start, s.End, text, at)
		}
	})
}
