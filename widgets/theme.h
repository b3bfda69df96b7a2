// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPen>

class QApplication;
class QPainter;

/// Colours, lines, markers and distances, the same on every page and in every exported figure (design: look).
/// Widgets of the frame read the application's palette, which applyTheme() sets; plots ask roleStyle().
/// GUI thread only, except the pure functions of a Theme.
namespace realuid::widgets
{

enum class Theme { Light, Dark, Projector };

/// Whose thing it is; a colour never stands without its second sign (line or marker).
enum class Role { Real, Generator, Teacher, Fake, Noise };
enum class Marker { Circle, Triangle, Square, Diamond, Dot };

struct RoleStyle {
    QColor color;       ///< of lines, fills and markers
    QColor text;        ///< of words in that role: at least 4.5 : 1 on the theme's card
    Qt::PenStyle line = Qt::SolidLine;
    double width = 1.5; ///< logical pixels at 12 px type
    Marker marker = Marker::Circle;

    QPen pen() const; ///< pen with round joins in `color`, `line`, `width`
};
RoleStyle roleStyle(Role role, Theme theme);

/// Paints the marker about `center`, `size` wide, with the painter's pen and brush.
void paintMarker(QPainter& painter, Marker marker, QPointF center, double size);

/// A colour for a direction, in turns: equally light and strong all around (OKLCh), so that no direction stands out. Neighbours look
/// alike to everyone, opposites may not differ for all eyes: the place must tell them apart, too.
QColor directionColor(double turns, Theme theme);

/// Everything that is not a role.
struct Surfaces {
    QColor background, card, field;     ///< of the window, of cards, of entries
    QColor text, quietText, rule;       ///< both texts have 4.5 : 1 on card and background
    QColor outline;                     ///< of what one sets (boxes, entries, grooves): 3 : 1 on card, field and background
    QColor accent, onAccent;            ///< primary buttons, focus, handles; the text on them
    QColor accentSoft;                  ///< behind what is chosen or explained
    QColor good, warning, fault;        ///< text and frames of states, 4.5 : 1 on the card
};
const Surfaces& surfaces(Theme theme);

/// Ratio of contrast by WCAG 2.1, 1 to 21.
double contrast(const QColor& a, const QColor& b);

inline constexpr int kGrid = 4;          ///< all distances are multiples
inline constexpr int kInside = 8;        ///< inside a group
inline constexpr int kBetween = 16;      ///< between groups
inline constexpr int kCardRadius = 8;
inline constexpr int kControlRadius = 6;

/// A slider's track from `left` to `right` about `y`: thin as a whole, thick in the colour of `chosen` up to `at`.
void paintTrack(QPainter& painter, double left, double right, double y, double at, const QColor& chosen, const QColor& rest);

double lineScale(Theme theme); ///< 2 on a projector, else 1
double typeScale(Theme theme); ///< 1.4 on a projector, else 1

/// Fusion style, palette and type of the theme for the whole application; may be called again at any time.
void applyTheme(QApplication& app, Theme theme);
/// What applyTheme() set last; Light before.
Theme appliedTheme();
/// Light or Dark, as the desktop asks for. To follow the desktop: applyTheme(app, systemTheme(app)).
Theme systemTheme(QApplication& app);

} // namespace realuid::widgets
