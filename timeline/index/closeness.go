package index

// Closeness is how near a spelling is to what was typed, the nearest first.
type Closeness int

const (
	Whole   Closeness = iota // it is what was typed
	Written                  // its words begin as they were typed
	Alike                    // they sound so, or a letter or two differ
	Loose                    // it has the letters in their order
)

// closeness returns how near a match of so many words is that costs so much.
func closeness(cost, words int) Closeness {
	switch {
	case cost < 0:
		return Whole
	case cost >= byInitials:
		return Loose
	case cost/8 > words*int(latinIn):
		return Alike
	}
	return Written
}
