// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace realuid::widgets
{

/// Takes functions from any thread and calls them on its own, each once its event loop comes to it, in the order they came; those
/// that are left when it goes are dropped. What a letter captured is handed over under a mutex: all that its sender has done
/// before is seen by it, by sanitisers too, which cannot look into Qt's own queue.
class Mailbox : public QObject
{
    Q_OBJECT
public:
    using Letter = std::function<void()>;
    explicit Mailbox(QObject* parent = nullptr);

    void post(Letter letter);

Q_SIGNALS:
    void posted(QPrivateSignal);

private:
    void open();

    std::mutex m_mutex;
    std::deque<Letter> m_letters;
};

} // namespace realuid::widgets
