package terminal

import (
	"strings"

	"github.com/muesli/termenv"

	"dateline/ui/draw"
)

// Looks returns what a terminal can show. It reads the variables of the environment (NAME=value) and two flags. color
// is "always", "never", or anything else for what NO_COLOR says. ascii asks for no line drawing. The terminal itself
// may be asked for its ground, with AskGround.
func Looks(environ []string, color string, ascii bool) draw.Looks {
	env := environment(environ)
	profile := termenv.ANSI
	direct := env["COLORTERM"] == "truecolor" || env["COLORTERM"] == "24bit"
	switch term := env["TERM"]; {
	case direct && (!strings.HasPrefix(term, "screen") || env["TMUX"] != ""): // GNU Screen has no more than 256
		profile = termenv.TrueColor
	case direct || strings.Contains(term, "256color"):
		profile = termenv.ANSI256
	case strings.Contains(term, "direct") || strings.Contains(term, "kitty") || strings.Contains(term, "ghostty"):
		profile = termenv.ANSI256
	}
	if color == "never" || (color != "always" && (env["NO_COLOR"] != "" || env["TERM"] == "dumb")) {
		profile = termenv.Ascii
	}
	return draw.Looks{
		Profile: profile,
		Light:   !darkBackground(env["COLORFGBG"]),
		ASCII:   ascii || !utf8Locale(env),
		NoUTF8:  !utf8Locale(env),
		NoLinks: env["TERM"] == "linux", // the console of older kernels prints what it does not know
	}
}

// environment returns a list of NAME=value as a map.
func environment(list []string) map[string]string {
	env := make(map[string]string, len(list))
	for _, one := range list {
		name, value, _ := strings.Cut(one, "=")
		env[name] = value
	}
	return env
}

// darkBackground reads COLORFGBG ("15;0": foreground; background), which many terminals set. Without it, dark.
func darkBackground(colorFgBg string) bool {
	background := colorFgBg[strings.LastIndexByte(colorFgBg, ';')+1:]
	return background != "7" && background != "15"
}

// utf8Locale reports whether the terminal may be sent line drawing: the first of LC_ALL, LC_CTYPE and LANG that is set
// decides (POSIX). If none is set, it may, as most may.
func utf8Locale(env map[string]string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(env[name]); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}
