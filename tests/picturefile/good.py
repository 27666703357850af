"""Drawings as people's programs save them: each must look the same when it has been cleaned."""

from __future__ import annotations

import base64
import io

from PIL import Image

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="240" height="160" viewBox="0 0 240 160"'


def _photo() -> str:
    picture = Image.new("RGB", (40, 30), "#c0392b")
    picture.paste("#17405e", (0, 0, 20, 30))
    target = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "12 Secret Street"
    picture.save(target, "PNG", exif=exif)
    return base64.b64encode(target.getvalue()).decode()


GOOD: dict[str, str] = {
    "gradients": f"""{START}>
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2f6f9f"/><stop offset="100%" stop-color="#fff" stop-opacity=".4"/></linearGradient>
    <radialGradient id="sun" gradientUnits="userSpaceOnUse" cx="190" cy="40" r="30" gradientTransform="rotate(10)"><stop offset="0" style="stop-color:#ffb938;stop-opacity:1"/><stop offset="1" stop-color="#c0392b"/></radialGradient>
    <linearGradient id="again" xlink:href="#sky" gradientTransform="rotate(90)"/>
  </defs>
  <rect width="240" height="160" fill="url(#sky)"/><circle cx="190" cy="40" r="30" fill="url(#sun)"/>
  <path d="M0 160 60 80l50 80z" style="fill:url('#again');stroke:#123;stroke-width:3"/>
</svg>""",
    "clip paths and masks": f"""{START}>
  <clipPath id="round"><circle cx="80" cy="80" r="60"/></clipPath>
  <mask id="fade" maskUnits="userSpaceOnUse" x="120" y="0" width="120" height="160"><rect x="120" width="120" height="160" fill="#fff"/><circle cx="180" cy="80" r="30" fill="#000"/></mask>
  <g clip-path="url(#round)"><path d="M0 0h160v160H0z" fill="#4f8a3d"/><path d="M0 80h160" stroke="#fff" stroke-width="12" stroke-dasharray="20 8"/></g>
  <rect x="124" y="10" width="112" height="140" fill="#5b2a6b" mask="url(#fade)"/>
</svg>""",
    "parts used again": f"""{START}>
  <symbol id="tree" viewBox="0 0 40 60"><path d="M20 0 40 44H0z" fill="#4f8a3d"/><rect x="16" y="44" width="8" height="16" fill="#8c5a3c"/></symbol>
  <use href="#tree" x="10" y="60" width="40" height="60"/><use xlink:href="#tree" x="70" y="40" width="60" height="90" opacity=".7"/>
  <g transform="translate(150 20) rotate(8) scale(1.2)"><use xlink:href="#tree" width="40" height="60"/></g>
</svg>""",
    "words and classes": f"""{START} role="img" aria-labelledby="t d">
  <title id="t">A sign</title><desc id="d">A green sign with words</desc>
  <style type="text/css"><![CDATA[ .a {{ fill: #0b4a57; }} .b, text.c > tspan {{ fill: #fffdf9; font-weight: 700 }} #word:first-child {{ letter-spacing: .1em }}
    @media (min-width: 1px) {{ .wide {{ stroke: #ffb938; stroke-width: 4px }} }} ]]></style>
  <rect class="a wide" x="10" y="30" width="220" height="90" rx="12"/>
  <text class="c" x="120" y="70" font-family="'DejaVu Sans', sans-serif" font-size="20" text-anchor="middle" xml:space="preserve">Quiet  <tspan class="b" dy="4">hour</tspan> today</text>
  <path id="bow" d="M40 104q80-20 160 0" fill="none"/><text class="b" font-size="14"><textPath href="#bow" startOffset="10%">come in when you like</textPath></text>
</svg>""",
    "patterns, markers and filters": f"""{START}>
  <defs><pattern id="dots" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(20)"><circle cx="8" cy="8" r="5" fill="#c89b62"/></pattern>
    <marker id="tip" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="6" markerHeight="6" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z" fill="#c0392b"/></marker>
    <filter id="shade" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur in="SourceAlpha" stdDeviation="3" result="soft"/><feOffset in="soft" dx="4" dy="4"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter></defs>
  <rect width="240" height="160" fill="url(#dots)"/><ellipse cx="70" cy="70" rx="50" ry="36" fill="#cfe8f3" filter="url(#shade)"/>
  <polyline points="130,130 170,60 220,40" fill="none" stroke="#17405e" stroke-width="5" marker-end="url(#tip)" marker-start="url(#tip)"/>
  <path d="M20 140h60" stroke="#000" stroke-width="9" paint-order="stroke" style="mix-blend-mode:multiply"/>
</svg>""",
    "from Inkscape": f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
{START} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" id="svg8" inkscape:version="1.3" sodipodi:docname="hall.svg" inkscape:export-filename="/home/kim/hall.png">
  <sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:zoom="1"><inkscape:grid type="xygrid"/></sodipodi:namedview>
  <metadata><rdf:RDF><cc:Work rdf:about=""><cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/"/></cc:Work></rdf:RDF></metadata>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" style="display:inline;-inkscape-stroke:none"><path style="fill:#17405e;fill-opacity:1;stroke:none;-inkscape-font-specification:'Sans'" d="m 20,20 h 120 v 90 H 20 Z" id="path1" sodipodi:nodetypes="ccccc" inkscape:connector-curvature="0"/></g>
</svg>""",
    "from Illustrator": f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
{START} version="1.1" id="Layer_1" x="0px" y="0px" style="enable-background:new 0 0 240 160;" xml:space="preserve">
<style type="text/css">.st0{{fill-rule:evenodd;clip-rule:evenodd;fill:#FFB938;}}.st1{{opacity:0.5;fill:none;stroke:#0B4A57;stroke-width:8;stroke-linejoin:round;stroke-miterlimit:10;}}</style>
<g><path class="st0" d="M20,140V20h90v120H20z M40,40v80h50V40H40z"/><polygon class="st1" points="130,130 220,130 175,30 "/></g></svg>""",
    "a photo inside": f'{START}><rect width="240" height="160" fill="#fcf1dc"/><image x="20" y="20" width="120" height="90" preserveAspectRatio="none" xlink:href="data:image/png;base64,{_photo()}"/></svg>',
}
