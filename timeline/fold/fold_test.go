package fold_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"dateline/timeline/fold"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"   ", ""},
		{"…—!", ""},
		{"already folded", "already folded"},
		{"  Two\n\twords  ", "two words"},
		{"CAFÉ cafe\u0301", "cafe cafe"},
		{"Łódź Øresund Đorđe Straße Æsir œuvre Þór Ångström", "lodz oresund dorde strasse aesir oeuvre thor angstrom"},
		{"İstanbul Diyarbakır", "istanbul diyarbakir"},
		{"Nguyễn Văn Thiệu", "nguyen van thieu"},
		{"Αθήνα Ὀδυσσεύς", "αθηνα οδυσσευσ"},
		{"Єрмак Ёлкин Ґалаґан Йосип", "єрмак елкин галаган йосип"},
		{"и\u0306 і\u0308 е\u0308", "й ї е"},
		{"Лук'янівка Лук’янівка Лукʼянівка", "лукянівка лукянівка лукянівка"},
		{"Yermak's 'quoted' rock'n'roll", "yermaks quoted rocknroll"},
		{"U.S. and U.N., J.D. Vance, J. D. Vance", "us and un jd vance j d vance"},
		{"end.Start x.com 3.5 a.b.", "end start x com 3 5 ab"},
		{"20:39 S-300 1,000", "20 39 s 300 1 000"},
		{"习近平在北京", "习 近 平 在 北 京"},
		{"G7サミット2023", "g7 サ ミ ッ ト 2023"},
		{"김정은 평양", "김정은 평양"},
		{"हिन्दी", "हिन्दी"},
		{"مُحَمَّد", "محمد"},
		{"שָׁלוֹם", "שלום"},
		{"ＦＵＬＬ ﬁn", "full fin"},
		{"Zel\u00adensky\u200b", "zelensky"},
		{"മലയാള്\u200d മലയാൾ", "മലയാള് മലയാള്"},
		{"a\xffb", "a b"},
	} {
		if got := fold.Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// prose draws text in which every rule of Fold has something to do.
func prose() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.SampledFrom([]rune("aZsé e\u0301'’.-łǼйи\u0306їґЁβάÅ習ガか\u3099Ą1 ")), 0, 24, -1)
}

func TestFoldIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), prose()).Draw(t, "text")
		folded := fold.Fold(s)
		if again := fold.Fold(folded); again != folded {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, folded, again)
		}
		if strings.TrimSpace(folded) != folded || strings.Contains(folded, "  ") {
			t.Fatalf("Fold(%q) = %q: spaces", s, folded)
		}
	})
}

func TestFoldKnowsNoNormalForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := prose().Draw(t, "text")
		if a, b := fold.Fold(norm.NFC.String(s)), fold.Fold(norm.NFD.String(s)); a != b {
			t.Fatalf("%q: composed %q, decomposed %q", s, a, b)
		}
	})
}

// Append returns an offset for every byte, in order.
func TestFoldOffsets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), prose()).Draw(t, "text")
		var at []int
		folded := fold.Append(nil, s, &at)
		if len(at) != len(folded) || !slices.IsSorted(at) || string(folded) != fold.Fold(s) {
			t.Fatalf("%q: %q with offsets %v", s, folded, at)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for _, bb := range []struct{ name, text string }{
		{"ascii", strings.Repeat("President Zelensky met Secretary Rubio in Kyiv; both sides spoke of guarantees. ", 500)},
		{"cyrillic", strings.Repeat("Президент Зеленський зустрівся в Києві з Рубіо; йшлося про гарантії безпеки. ", 500)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bb.text)))
			var dst []byte
			for b.Loop() {
				dst = fold.Append(dst[:0], bb.text, nil)
			}
		})
	}
}
