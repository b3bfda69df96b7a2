// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/vector_field_panel.h"

#include "app/explore/panels/panel_words.h"
#include "app/shell/texts.h"
#include "widgets/field_view.h"
#include "widgets/heatmap_view.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace realuid::studio
{
namespace
{

struct FieldRow {
    const char* words;
    const char* symbol;
    widgets::Role role;
};
/// In the order of ShownField.
constexpr std::array<FieldRow, 6> kFields{{
    {REALUID_TEXT("teacher"), "f^*", widgets::Role::Teacher},
    {REALUID_TEXT("generator's own"), "f^\\theta", widgets::Role::Generator},
    {REALUID_TEXT("optimal fake"), "f", widgets::Role::Fake},
    {REALUID_TEXT("teacher − optimal fake"), "f^* - f", widgets::Role::Teacher},
    {REALUID_TEXT("teacher − generator's own"), "f^* - f^\\theta", widgets::Role::Teacher},
    {REALUID_TEXT("optimal fake − generator's own"), "f - f^\\theta", widgets::Role::Fake},
}};
constexpr std::array<const char*, 3> kStyles{REALUID_TEXT("arrows"), REALUID_TEXT("streamlines"), REALUID_TEXT("colours alone")};

const FieldRow& rowOf(ShownField field) { return kFields[static_cast<std::size_t>(field)]; }

PicturePanel<FieldPicture>::Compute computing(const FieldChoice& choice)
{
    return [choice](const FrameRequest& request, std::stop_token stop) { return fieldPicture(request, choice, stop); };
}

} // namespace

VectorFieldPanel::VectorFieldPanel(int dimension) : PicturePanel(computing({}))
{
    if (dimension == 1)
        m_overTime = new widgets::HeatmapView;
    else
        m_plane = new widgets::FieldView;
    view()->setTitle(phrase("Vector field"));
    if (m_plane)
        m_plane->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$y$"));
    connect(view(), &widgets::PlotView::hovered, this, [this](double x, double y) {
        Q_EMIT pointed(m_overTime ? Pointer{std::clamp(y, 0.0, 1.0), x, {}} : Pointer{{}, x, y});
    });
    connect(view(), &widgets::PlotView::hoverLeft, this, &ScenePanel::pointerLeft);
}

widgets::PlotView* VectorFieldPanel::view() const
{
    return m_overTime ? static_cast<widgets::PlotView*>(m_overTime) : m_plane;
}

QWidget* VectorFieldPanel::makeControls()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto* field = new QComboBox;
    for (const FieldRow& each : kFields)
        field->addItem(phrase(each.words));
    field->setAccessibleName(tr("Field"));
    field->setCurrentIndex(static_cast<int>(m_choice.field));
    auto* style = new QComboBox;
    for (const FieldStyle each : {FieldStyle::Arrows, FieldStyle::Streamlines, FieldStyle::Colours})
        if (m_plane || each != FieldStyle::Arrows)
            style->addItem(phrase(kStyles[static_cast<std::size_t>(each)]), static_cast<int>(each));
    style->setAccessibleName(tr("Drawn as"));
    style->setCurrentIndex(style->findData(static_cast<int>(m_choice.style)));
    layout->addWidget(field);
    layout->addWidget(style);
    layout->addStretch();
    const auto take = [this, field, style] {
        setChoice({static_cast<ShownField>(field->currentIndex()), static_cast<FieldStyle>(style->currentData().toInt())});
    };
    connect(field, &QComboBox::activated, this, take);
    connect(style, &QComboBox::activated, this, take);
    return row;
}

void VectorFieldPanel::setChoice(const FieldChoice& choice)
{
    if (choice == m_choice)
        return;
    m_fit = m_fit || choice.field != m_choice.field;
    m_choice = choice;
    setCompute(computing(choice));
    Q_EMIT choicesChanged();
}

void VectorFieldPanel::setPointer(const Pointer& pointer)
{
    view()->setCrosshair(pointer.x, m_overTime ? pointer.t : pointer.y);
}

void VectorFieldPanel::fit(const FrameRequest& request, const SceneRanges&)
{
    const Window& window = request.window;
    if (m_plane)
        m_plane->setRanges({window.xLeast, window.xMost}, {window.yLeast, window.yMost});
    m_fit = true;
}

void VectorFieldPanel::draw(const FrameRequest&, const FieldPicture& picture)
{
    if (!(picture.choice == m_choice)) // one of the choice before; the next is on its way
        return;
    if (std::exchange(m_fit, false))
        m_most = roundedUp(picture.most);
    if (m_overTime)
        drawLine(picture);
    else
        drawPlane(picture);
}

void VectorFieldPanel::drawLine(const FieldPicture& picture)
{
    const bool difference = m_choice.field >= ShownField::TeacherMinusFake;
    const QString symbol = QString(difference ? QStringLiteral(" $(%1)(t, x)$") : QStringLiteral(" $%1(t, x)$")).arg(QLatin1String(rowOf(m_choice.field).symbol));
    m_overTime->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$t$"), phrase(rowOf(m_choice.field).words) + symbol);
    const std::array<double, 1> zero{0};
    m_overTime->setGrid(picture.values, widgets::divergingScale(m_most), widgets::contours(picture.values, zero));
    m_overTime->setPaths(picture.lines);
}

void VectorFieldPanel::drawPlane(const FieldPicture& picture)
{
    const FieldRow& row = rowOf(m_choice.field);
    m_plane->setBackground(picture.values, {.map = widgets::ColorMap::Viridis, .least = 0, .most = m_most},
                           phrase(row.words) + QStringLiteral(" $|%1|$").arg(QLatin1String(row.symbol)));
    m_plane->setStreamlines(row.role, picture.lines);
    const widgets::VectorGrid& a = picture.arrows;
    m_plane->setArrowScale(m_most);
    if (a.vectors.empty())
        m_plane->setArrows({});
    else
        m_plane->setArrows({{row.role, {}, a.columns, a.rows, a.x0, a.x1, a.y0, a.y1, a.vectors}});
}

void VectorFieldPanel::markScene(const Scene& scene)
{
    if (m_overTime)
        m_overTime->setMarkerLine(Qt::Horizontal, scene.view.t);
    m_subtitle = m_overTime ? toQString(modelTarget(scene)) : words::atTime(scene);
    Q_EMIT subtitleChanged();
}

} // namespace realuid::studio
