// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure_export.h"

#include <span>
#include <vector>

namespace realuid::studio
{

/// A view that can be part of a figure.
struct FigurePanel {
    QString id; ///< as --panel knows it
    widgets::PlotView* view = nullptr;
    bool chosen = true; ///< part of the figure unless something else is asked for
};

/// Where a figure comes from: views that show something, what the file is to say about it, and what may run in an
/// animation. GUI thread.
class FigureSource
{
public:
    virtual ~FigureSource() = default;

    virtual std::vector<FigurePanel> panels() const = 0;
    virtual widgets::FigureNote note() const = 0;

    /// Fills the views, before it returns, fine enough for print.
    virtual void prepare(std::span<widgets::PlotView* const> /*views*/) {}

    /// "t", "alpha", "beta"; empty where nothing can run.
    virtual QStringList axes() const { return {}; }
    /// Before the first frame: axes and colours of `views` are to span all of the frames.
    virtual void beginFrames(const QString& /*axis*/, std::span<const double> /*values*/, std::span<widgets::PlotView* const> /*views*/) {}
    /// Fills the views, before it returns, as they are at this value.
    virtual void showFrame(double /*value*/) {}
    /// All is as before prepare() and beginFrames().
    virtual void restore() {}
};

} // namespace realuid::studio
