package names_test

import (
	"testing"

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
