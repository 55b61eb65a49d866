package family

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for eventType, want := range map[string]Family{
		"strike": Force, "Strike": Force, "strikes": Force, "drone strike": Force, "Missile attacks": Force, "clashes": Force,
		"summit": Talks, "talks": Talks, "phone-call": Talks, "press conference": Talks,
		"statement": Words, "speeches": Words, "public_warning": Words,
		"aid": Help, "ceasefire": Help, "peace agreement": Help,
		"": Other, "wedding": Other, "other": Other, "s": Other, "es": Other, " - ": Other,
		"strike" + strings.Repeat(" ", 1<<20): Other, "удар": Other,
	} {
		if got := Of(eventType); got != want {
			t.Errorf("%.40q is %s, want %s", eventType, got, want)
		}
	}
}

// TestEveryTypeIsInOneFamily holds the table to its own rule: a type that two lists have would be in one of them by
// chance.
func TestEveryTypeIsInOneFamily(t *testing.T) {
	for n, word := range words {
		if f, ok := Named(word); !ok || f != Family(n) || f.String() != word {
			t.Errorf("%q is the family %d, %v", word, f, ok)
		}
	}
	if _, ok := Named("strike"); ok {
		t.Error("a type is taken for a family")
	}
	for one := range families {
		if one != strings.ToLower(one) || strings.ContainsFunc(one, between) {
			t.Errorf("%q is never found", one)
		}
	}
}

func TestIsGlyph(t *testing.T) {
	for _, glyph := range []string{"×", "◊", "¤", "K", "ж", "Ω", "&", "!", "§", "7", "Ա", "Ⅷ", "①", "☮", "⚔", "†"} {
		if !IsGlyph(glyph) {
			t.Errorf("%q is not let through", glyph)
		}
	}
	for _, text := range []string{
		"", " ", "ab", "٧", "〇", "é́", "\x1b", "\u202e", "\u0301", "\u200d", "⚡", "☰", "📞", "日", "ﷺ", "א", "\ue000", "\xff", "🇺", "ᄀ",
	} {
		if IsGlyph(text) {
			t.Errorf("%q is let through", text)
		}
	}
}

func TestTaken(t *testing.T) {
	for _, c := range []struct {
		family Family
		glyph  string
		want   string
	}{
		{Force, "×", ""},
		{Help, "+", ""},
		{Other, "•", ""},
		{Help, "◊", ""},
		{Talks, "◇", ""},
		{Help, "×", "the glyph of force"},
		{Force, "+", "the glyph of help"},
		{Help, "★", "one of the program's own marks"},
		{Force, "#", "one of the program's own marks"},
	} {
		if got := c.family.Taken(c.glyph); got != c.want {
			t.Errorf("%s of %s is %q, want %q", c.glyph, c.family, got, c.want)
		}
	}
}
