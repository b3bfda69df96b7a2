// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QPointF>
#include <QPolygonF>
#include <QString>

#include <optional>

/// What lies over a chart so that one can take hold of what it shows, as plain data, and how it looks.
namespace realuid::widgets
{

/// One point that is dragged. Handles of one group belong together: a centre and what resizes and turns it.
struct Handle {
    enum class Kind {
        Centre, ///< in the role's marker; always shown
        Edge,   ///< resizes; shown while its group is chosen
        Knob,   ///< turns; likewise
    };
    int id = 0;
    int group = 0;
    Kind kind = Kind::Centre;
    Role role = Role::Generator;
    QPointF at;                  ///< data coordinates
    std::optional<double> lift;  ///< pixels above the area's lower edge, in place of at.y()
    std::optional<QPointF> from; ///< of a knob: it stands some pixels beyond `at`, as seen from here
    bool tabStop = true;
    QString name;                ///< "Generator, component 2, mean": tool tip, and for screen readers
};

/// A line in data coordinates: the ellipse or bracket of a group.
struct HandleOutline {
    int group = 0;
    Role role = Role::Generator;
    QPolygonF line;
    std::optional<double> lift; ///< as Handle::lift
};

/// Pixels.
inline constexpr double kHandleReach = 10;   ///< a press this near takes hold
inline constexpr double kKnobDistance = 24;

struct HandleLook {
    bool chosen = false;  ///< its group is
    bool focused = false; ///< keys go to it
    bool hovered = false;
};
void paintHandle(QPainter& painter, const Handle& handle, QPointF pixel, std::optional<QPointF> stem, HandleLook look, Theme theme);
void paintOutline(QPainter& painter, Role role, const QPolygonF& pixels, bool chosen, Theme theme);

} // namespace realuid::widgets
