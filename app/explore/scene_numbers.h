// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/frame.h"
#include "widgets/background.h"

namespace realuid::studio
{

/// The distance of a scene as numbers, computed beside the panels. GUI thread; emits changed() with what is known so far.
class SceneNumbers : public QObject
{
    Q_OBJECT
public:
    struct Numbers {
        Scene scene;
        std::optional<IntegratedDistance> atTime, total; ///< none: not known yet
    };
    using QObject::QObject;

    /// While dragging 1-D numbers follow coarsely; the total of a 2-D scene waits for rest.
    void setScene(const Scene& scene, bool resting);
    const Numbers& numbers() const { return m_numbers; }
    bool settled() const { return m_resting && m_atTime.idle() && m_total.idle(); }

Q_SIGNALS:
    void changed();

private:
    Numbers m_numbers;
    Scene m_ofTotal; ///< whose total is known or under way, at rest
    bool m_resting = false, m_haveTotal = false;
    widgets::Background m_atTime, m_total;
};

} // namespace realuid::studio
