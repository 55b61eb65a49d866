package edtf_test

import (
	"errors"
	"go/parser"
	"go/token"
	"regexp"
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// docRow is a row of the table in the package doc: a form, a text of this form, = or !, and what is made of the text.
var docRow = regexp.MustCompile(`^\t  (\S.*?)  +(\S.*?)  +([=!]) (.+)$`)

// Every row of the table in the package doc is read, or refused with this cure, as it says.
func TestDocTable(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, comment := range strings.Split(file.Doc.Text(), "\n") {
		if !strings.HasPrefix(comment, "\t  ") {
			continue
		}
		row := docRow.FindStringSubmatch(comment)
		if row == nil {
			t.Errorf("%q is not a row", comment)
			continue
		}
		rows++
		text, sign, want := row[2], row[3], row[4]
		d, err := edtf.Parse(text)
		var refused *edtf.Error
		switch {
		case sign == "=" && err != nil:
			t.Errorf("%q is refused: %v", text, err)
		case sign == "=" && d.String() != want:
			t.Errorf("%q is %q, want %q", text, d, want)
		case sign == "!" && err == nil:
			t.Errorf("%q is read as %q", text, d)
		case sign == "!" && (!errors.As(err, &refused) || refused.Hint != want):
			t.Errorf("%q is refused with %q, want %q", text, err, want)
		}
	}
	if rows < 50 {
		t.Errorf("the table has %d rows", rows)
	}
}

// What the package doc says of bounds, precision and order, beyond the tables of the other tests.
func TestDocRules(t *testing.T) {
	if d := must(t, "2025-XX-15"); d.Precision() != edtf.ToYear {
		t.Errorf("2025-XX-15 has precision %d", d.Precision())
	}
	for _, late := range []string{"2025-09-08T05:30+14:00", "2025-09-08T23:30-11:00"} {
		if d := must(t, late); d.Earliest() != must(t, "2025-09-08").Earliest() || d.Latest() != d.Earliest() {
			t.Errorf("%s is on %v to %v", late, d.Earliest(), d.Latest())
		}
	}
	for _, order := range [][2]string{
		{"2025-01-01", "2025-01"},
		{"2025", "2025-01-01"},
		{"202X", "2020"},
		{"2025-01-01", "2025-01-01T00:00"},
		{"2025-01-01T12:00+03:00", "2025-01-01T10:00"},
	} {
		if must(t, order[0]).Compare(must(t, order[1])) >= 0 {
			t.Errorf("%s does not come before %s", order[0], order[1])
		}
	}
	const both = "write 2025-08-09 for 9 August 2025 or 2025-09-08 for 8 September 2025"
	if _, err := edtf.Parse("09/08/2025"); err == nil || !strings.Contains(err.Error(), both) {
		t.Errorf("09/08/2025 is answered with %v", err)
	}
}
