"""What a drawing (SVG) may hold: elements, attributes, properties and functions of CSS. Everything else is taken out.

The lists name what draws (SVG 2, Filter Effects, CSS Masking) and leave out what runs, moves, links or fetches: script,
handlers, foreignObject, animation, links, feImage.
"""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
XHTML = "http://www.w3.org/1999/xhtml"
MATHML = "http://www.w3.org/1998/Math/MathML"

SHAPES = _names("svg g path circle ellipse line polyline polygon rect")
"""Elements of an easy-read picture: plain shapes, nothing that other elements refer to."""

ELEMENTS = SHAPES | _names("""a defs symbol use switch image style text tspan textPath title desc
    linearGradient radialGradient stop clipPath mask pattern marker filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
    feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence""")

GEOMETRY = _names("""viewBox d cx cy r rx ry x y x1 y1 x2 y2 points width height transform fill stroke stroke-width stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-dasharray fill-rule clip-rule opacity fill-opacity stroke-opacity
    stroke-dashoffset""")
"""Attributes of an easy-read picture."""

PROPERTIES = _names("""alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
    color-rendering cx cy d direction display dominant-baseline enable-background fill fill-opacity fill-rule filter
    flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
    font-style font-variant font-variant-caps font-variant-ligatures font-variant-numeric font-variant-position
    font-variation-settings font-weight glyph-orientation-horizontal glyph-orientation-vertical height image-rendering
    inline-size isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start
    mask mask-type mix-blend-mode opacity overflow paint-order pointer-events r rx ry shape-rendering stop-color
    stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-align text-anchor text-decoration text-decoration-color text-decoration-line
    text-decoration-style text-indent text-orientation text-overflow text-rendering text-transform transform
    transform-box transform-origin unicode-bidi vector-effect visibility white-space width word-spacing writing-mode x y
    background background-color""")
"""CSS properties, in style and, most of them, as attributes."""

ATTRIBUTES = (
    GEOMETRY
    | PROPERTIES
    | _names("""id class lang role preserveAspectRatio version baseProfile style systemLanguage
        clipPathUnits maskContentUnits maskUnits patternContentUnits patternTransform patternUnits gradientTransform
        gradientUnits spreadMethod fx fy fr offset markerHeight markerUnits markerWidth orient refX refY dx dy rotate
        lengthAdjust textLength startOffset method spacing side pathLength filterUnits primitiveUnits in in2 result mode
        type values tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 order kernelMatrix divisor bias
        targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent
        kernelUnitLength limitingConeAngle pointsAtX pointsAtY pointsAtZ z azimuth elevation scale xChannelSelector
        yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles media
        aria-hidden aria-label aria-labelledby aria-describedby aria-roledescription""")
)

WORDS = _names("id class lang role aria-hidden aria-label aria-labelledby aria-describedby aria-roledescription")
"""Attributes that hold words: no browser reads them as CSS or as an address."""

FUNCTIONS = _names("""rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp var matrix matrix3d translate
    translatex translatey translate3d scale scalex scaley scale3d rotate rotatex rotatey rotatez rotate3d skew skewx
    skewy perspective blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia circle
    ellipse inset polygon path rect xywh not is where has nth-child nth-last-child nth-of-type nth-last-of-type""")
"""Functions of CSS that compute or select. url() is looked at by itself; what uses any other is left out."""

FETCHING = _names("image image-set -webkit-image-set cross-fade -webkit-cross-fade element expression attr paint")
"""Functions of CSS that fetch or run."""

MOVING = ("animation", "offset-", "motion", "scroll-timeline", "view-timeline", "view-transition")
"""Beginnings of CSS properties that move things."""

UNSAFE_ELEMENTS = {
    "script": "a script",
    "handler": "a script",
    "listener": "a script",
    "foreignobject": "a piece of a web page",
    "iframe": "a piece of a web page",
    "object": "a piece of a web page",
    "embed": "a piece of a web page",
    "html": "a piece of a web page",
    "body": "a piece of a web page",
    "img": "a piece of a web page",
    "audio": "sound",
    "video": "a film",
    "link": "a link to a file elsewhere",
    "meta": "a piece of a web page",
    "base": "a piece of a web page",
    "tref": "words fetched from elsewhere",
    "feimage": "a picture fetched into a filter (feImage)",
    "animate": "something that moves (animate)",
    "animatecolor": "something that moves (animateColor)",
    "animatemotion": "something that moves (animateMotion)",
    "animatetransform": "something that moves (animateTransform)",
    "set": "something that moves (set)",
    "discard": "something that moves (discard)",
    "mpath": "something that moves (mpath)",
    "cursor": "a picture fetched for the mouse (cursor)",
}
"""Elements, in small letters, that a drawing is refused for, and what to call them."""
