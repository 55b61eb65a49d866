package edtf_test

import (
	"testing"

	"dateline/timeline/edtf"
)

// A date is under a heading that says no more than is known of when it begins, and in time order everything of a
// heading is together.
func TestHeadings(t *testing.T) {
	var before edtf.Date
	for n, c := range []struct{ text, want string }{
		{"../2022", "Before"},
		{"-1X4X", "1950 BC – 1041 BC"},
		{"-0043", "44 BC"},
		{"-0043-03-15", "March 44 BC"},
		{"XXXX-06", "Unknown year"},
		{"0044", "44 AD"},
		{"1XX5", "1005–1995"},
		{"1142~", "1142"},
		{"1142-01-01", "January 1142"},
		{"20XX", "21st century"},
		{"202X?", "2020s"},
		{"2020/2024", "2020"},
		{"[2020,2022]", "2020"},
		{"2020", "2020"},
		{"2020-33", "First quarter of 2020"},
		{"2020-01", "January 2020"},
		{"2020-01-01T10:00", "January 2020"},
		{"2024-XX", "2024"},
		{"2024-02/2025", "February 2024"},
		{"2024-21~", "Spring 2024"},
		{"2024-03-01", "March 2024"},
		{"2024-03-31/..", "March 2024"},
		{"", "Undated"},
	} {
		var d edtf.Date
		if c.text != "" {
			var err error
			if d, err = edtf.Parse(c.text); err != nil {
				t.Fatal(err)
			}
		}
		if got := d.Heading(); got != c.want {
			t.Errorf("%s is under %q, want %q", c.text, got, c.want)
		}
		if n > 0 && c.want != "44 AD" && c.want != "1005–1995" && before.Compare(d) > 0 {
			t.Errorf("%s comes before %s", c.text, before)
		}
		before = d
	}
}
