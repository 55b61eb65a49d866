package terminal

import (
	"strconv"
	"strings"

	"github.com/muesli/termenv"

	"dateline/ui/draw"
)

// AskGround asks a terminal for the colour of its ground (OSC 11). It answers when it likes, as if it were typed, or
// never. Few say it in the environment, and none is waited for.
const AskGround = "\x1b]11;?\x1b\\"

// Asks reports whether a terminal is to be asked for its ground: its colours depend on that, and it does not print the
// question.
func Asks(environ []string, looks draw.Looks) bool {
	term := environment(environ)["TERM"]
	return looks.Profile != termenv.Ascii && looks.Theme.FollowsGround() && term != "linux" && term != "dumb"
}

// Ground reads the answer, without what it begins and ends with, and reports whether the ground is light. Ok is false
// for any other answer.
func Ground(answer string) (light, ok bool) {
	colour, ok := strings.CutPrefix(answer, "11;rgb")
	if !ok {
		return false, false
	}
	_, colour, _ = strings.Cut(colour, ":") // rgb: or rgba:
	parts := strings.Split(colour, "/")
	if len(parts) < 3 {
		return false, false
	}
	brightness := 0.0
	for n, share := range []float64{0.299, 0.587, 0.114} { // of red, green and blue, as eyes weigh them
		v, err := strconv.ParseUint(parts[n], 16, 16)
		if err != nil {
			return false, false
		}
		most := uint64(1)<<(4*len(parts[n])) - 1
		brightness += share * float64(v) / float64(most)
	}
	return brightness > 0.5, true
}
