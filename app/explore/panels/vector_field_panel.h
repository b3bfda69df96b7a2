// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/panels/field_picture.h"
#include "app/explore/panels/picture_panel.h"

namespace realuid::widgets
{
class FieldView;
class HeatmapView;
enum class Role;
}

namespace realuid::studio
{

/// One field at a time, or the difference of two: in 2-D its length as colours under arrows or streamlines, in 1-D its signed value
/// over x and t.
class VectorFieldPanel : public PicturePanel<FieldPicture>
{
    Q_OBJECT
public:
    explicit VectorFieldPanel(int dimension);

    QString id() const override { return QStringLiteral("field"); }
    widgets::PlotView* view() const override;
    QString subtitle() const override { return m_subtitle; }
    QWidget* makeControls() override;
    void setPointer(const Pointer& pointer) override;
    void takeChoices(const ScenePanel& other) override { setChoice(static_cast<const VectorFieldPanel&>(other).m_choice); }

    const FieldChoice& choice() const { return m_choice; }
    void setChoice(const FieldChoice& choice);

protected:
    void fit(const FrameRequest& request, const SceneRanges& ranges) override;
    void draw(const FrameRequest& request, const FieldPicture& picture) override;
    void markScene(const Scene& scene) override;

private:
    void drawLine(const FieldPicture& picture);
    void drawPlane(const FieldPicture& picture);

    FieldChoice m_choice;
    widgets::HeatmapView* m_overTime = nullptr; ///< 1-D
    widgets::FieldView* m_plane = nullptr;      ///< 2-D
    bool m_fit = true;
    double m_most = 1; ///< of the colours
    QString m_subtitle;
};

} // namespace realuid::studio
