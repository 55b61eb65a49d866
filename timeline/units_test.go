package timeline

import (
	"testing"

	"pgregory.net/rapid"
)

// A date that was constructed is the date that its text is read to.
func TestConstructedDatesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := aDay().Draw(t, "day")
		u := rapid.SampledFrom(units).Draw(t, "unit")
		scale, _, _, _ := aScale(t)
		for _, date := range []Date{DateOf(u, d), DateOfColumn(scale, rapid.IntRange(0, 300).Draw(t, "column"))} {
			if date.IsZero() {
				continue
			}
			if read, err := ParseDate(date.EDTF()); err != nil || read != date {
				t.Fatalf("%+v is read as %+v, %v", date, read, err)
			}
		}
		year, _, _ := d.Civil()
		if date := DateOf(u, d); date.IsZero() && year > minYear+100 && year < maxYear-100 {
			t.Fatalf("no %v has %v", u, d)
		} else if !date.IsZero() && (date.Earliest() != u.Start(d) || date.Latest() != u.Next(d)-1) {
			t.Fatalf("the %v of %v goes from %v to %v", u, d, date.Earliest(), date.Latest())
		}
	})
}

func TestIntervalIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := aDate().Draw(t, "from"), aDate().Draw(t, "to")
		date, ok := Interval(from, to)
		read, err := ParseDate(from.written() + "/" + to.written())
		if ok != (err == nil) || ok && (read != date || read.String() != date.String()) {
			t.Fatalf("%q to %q is %+v, %t; read, it is %+v, %v", from, to, date, ok, read, err)
		}
	})
}
