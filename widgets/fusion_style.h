// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace realuid::widgets
{

/// Fusion, with scroll bars whose handle one can see: Fusion's own has the colour of its groove but for a shade.
class FusionStyle : public QProxyStyle
{
public:
    FusionStyle();
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const override;
};

} // namespace realuid::widgets
