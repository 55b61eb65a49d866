package names_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/names"
)

func TestKeyAndSlug(t *testing.T) {
	for _, tt := range []struct{ name, key, slug string }{
		{"The Kremlin", "kremlin", "kremlin"},
		{"the", "the", "the"},
		{"Theodor Herzl", "theodor herzl", "theodor-herzl"},
		{"O’Brien & Sons (UK)", "obrien sons uk", "obrien-sons-uk"},
		{" € ", "€", "actor"},
		{"C++", "c++", "c-plus-plus"},
		{" C# ", "c#", "c-sharp"},
		{"C", "c", "c"},
		{"C.", "c", "c"},
		{"É*", "e*", "e-star"},
		{"#1", "1", "1"},
		{"1+", "1", "1"},
		{"CNN+", "cnn", "cnn"},
		{"", "", "actor"},
	} {
		if got := names.Key(tt.name); got != tt.key {
			t.Errorf("Key(%q) = %q, want %q", tt.name, got, tt.key)
		}
		if got := names.Slug(tt.name, "actor"); got != tt.slug {
			t.Errorf("Slug(%q) = %q, want %q", tt.name, got, tt.slug)
		}
	}
}

// In finds exactly the names whose Key is in the set.
func TestIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(
			rapid.StringMatching(`(The |the )?[A-Za-zÉ.' ]{0,12}[+#*]{0,2} ?`), rapid.String(), rapid.Just(strings.Repeat("Long ", 60)),
		)
		some := rapid.SliceOfN(name, 1, 5).Draw(t, "names")
		set := map[string]bool{names.Key(some[0]): true}
		for _, one := range some {
			if got := names.In(set, one); got != set[names.Key(one)] {
				t.Fatalf("In of %q is %v, where %q is in it", one, got, some[0])
			}
		}
	})
}
