package century

import "testing"

// What stands beside a year decides of its century, and nothing is said where two are likely.
func TestOf(t *testing.T) {
	for _, c := range []struct {
		short        int
		column, file []int // whole years; those of two digits beside it are below 100
		want         int
		why          Proof
	}{
		{15, nil, nil, 2015, Usual},
		{0, nil, nil, 2000, Usual},
		{29, nil, nil, 2029, Usual},
		{69, nil, nil, 1969, Usual},
		{98, nil, nil, 1998, Usual},
		{44, nil, nil, 0, NoProof}, // POSIX says 2044, and a spreadsheet 1944
		{30, nil, nil, 0, NoProof},
		{68, nil, nil, 0, NoProof},
		{65, []int{72, 80, 95}, nil, 1965, BesideOthers},
		{30, []int{28, 29}, nil, 2030, BesideOthers},
		{31, []int{31}, []int{28, 29}, 2031, BesideOthers},
		{44, []int{39, 41}, nil, 0, NoProof},
		{15, []int{1914, 1919}, nil, 1915, BesideOthers},
		{25, []int{1914, 1919}, nil, 1925, BesideOthers},
		{45, []int{1914, 1919}, nil, 1945, BesideOthers},
		{15, nil, []int{1914, 1919}, 1915, BesideOthers},
		{15, []int{2013}, []int{1914, 1919}, 2013 + 2, BesideOthers},
		{15, []int{2013, 2016}, nil, 2015, BesideOthers},
		{98, []int{2013, 2016}, nil, 1998, BesideOthers},
		{75, []int{2024}, nil, 1975, Usual},
		{69, []int{2024}, nil, 1969, Usual},
		{60, []int{2024}, nil, 0, NoProof},
		{45, []int{2024}, nil, 0, NoProof},
		{31, []int{2024}, nil, 2031, BesideOthers},
		{63, []int{1950, 1990}, nil, 1963, BesideOthers},
		{15, []int{1930, 2010}, nil, 2015, BesideOthers},
		{45, []int{1950, 2020}, nil, 0, NoProof},
		{25, []int{1930, 2020}, nil, 0, NoProof},
		{13, []int{1913, 2006}, nil, 0, NoProof},
		{15, []int{1914, 2015}, nil, 0, NoProof},
		{15, []int{1066, 2013}, nil, 2015, BesideOthers},
		{15, []int{1215, 1914, 2024}, nil, 0, NoProof},
		{48, []int{1848, 1849}, nil, 1848, BesideOthers},
		{98, []int{1850}, nil, 0, NoProof},
		{15, []int{44, -43, 476}, nil, 2015, Usual}, // years of which two digits may be all
		{35, []int{2020, 2050}, nil, 2035, BesideOthers},
	} {
		of := func(years []int) (all Years) {
			for _, year := range years {
				if year >= 0 && year < 100 {
					all.AddShort(year)
				} else {
					all.AddWhole(year)
				}
			}
			return all
		}
		got, why := Of(c.short, of(c.column), of(c.file))
		if got != c.want || why != c.why {
			t.Errorf("%02d beside %v and %v is %d (%d), want %d (%d)", c.short, c.column, c.file, got, why, c.want, c.why)
		}
	}
}

// A year has its two digits, and the years of a file count in any order and in any pieces.
func TestYearsAddUp(t *testing.T) {
	var whole, a, b Years
	for n, year := range []int{1066, 1492, 1639, 1640, 1914, 2024, 2279, 2280, 999} {
		whole.AddWhole(year)
		whole.AddShort(year)
		part := &a
		if n%2 == 1 {
			part = &b
		}
		part.AddWhole(year)
		part.AddShort(year)
	}
	a.Add(b)
	if a != whole || !a.HasWhole() || !a.HasShort() || b.HasShort() != true || (Years{}).HasShort() || (Years{}).HasWhole() {
		t.Errorf("%v and %v", a, whole)
	}
	for short := range 100 {
		for year := 1000; year < 2280; year += 7 {
			var one Years
			one.AddWhole(year)
			if got, why := Of(short, one, Years{}); why != NoProof && got%100 != short || why == NoProof && got != 0 {
				t.Fatalf("%02d beside %d is %d", short, year, got)
			}
		}
	}
}
