// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

class QPainter;

namespace realuid::widgets
{

enum class Icon { Explore, Distil, Train, Gallery, Lessons, Play, Pause, Step, Maximise, Restore, Export, Undo, Redo, Stop, More };

/// Line drawings in the palette's text colour, crisp at any size and scale; they follow a change of theme.
QIcon icon(Icon kind);
/// The same with the painter's pen colour, into `rect` (square).
void paintIcon(QPainter& painter, Icon kind, const QRectF& rect);

} // namespace realuid::widgets
