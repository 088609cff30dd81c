package contrast

import (
	"math"
	"strconv"
)

// Color is a colour of the sRGB space, eight bits a channel.
type Color struct{ R, G, B uint8 }

// ParseColor reads #rgb and #rrggbb, which is how tokens are written.
func ParseColor(s string) (Color, bool) {
	if len(s) == 4 && s[0] == '#' {
		s = string([]byte{'#', s[1], s[1], s[2], s[2], s[3], s[3]})
	}
	if len(s) != 7 || s[0] != '#' {
		return Color{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 24)
	if err != nil {
		return Color{}, false
	}
	return Color{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// Ratio is the contrast of two colours, from 1 to 21.
//
// Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
func Ratio(a, b Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c Color) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Lightness is the lightness contrast Lc of text on a ground: positive for dark
// text on a light ground, negative for light text on a dark one, 0 where it
// is too little to tell, at most some 108 either way.
//
// Source: APCA 0.0.98G-4g, as the working draft of WCAG 3 had it.
func Lightness(text, ground Color) float64 {
	yt, yg := softened(text), softened(ground)
	if math.Abs(yg-yt) < 0.0005 {
		return 0
	}
	if yg > yt {
		c := (math.Pow(yg, 0.56) - math.Pow(yt, 0.57)) * 1.14
		if c < 0.1 {
			return 0
		}
		return (c - 0.027) * 100
	}
	c := (math.Pow(yg, 0.65) - math.Pow(yt, 0.62)) * 1.14
	if c > -0.1 {
		return 0
	}
	return (c + 0.027) * 100
}

// softened is the screen luminance of a colour, with black lifted as the light
// around a screen does.
func softened(c Color) float64 {
	channel := func(v uint8) float64 { return math.Pow(float64(v)/255, 2.4) }
	y := 0.2126729*channel(c.R) + 0.7151522*channel(c.G) + 0.0721750*channel(c.B)
	if y < 0.022 {
		y += math.Pow(0.022-y, 1.414)
	}
	return y
}
