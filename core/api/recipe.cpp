// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/recipe.h"

#include <algorithm>

namespace realuid
{
namespace
{

RunRequest teacher(std::int64_t side, std::int64_t classes)
{
    RunRequest r;
    r.kind = RunKind::Teacher;
    r.training = teacherDefaults();
    r.training.side = side;
    r.training.classes = classes;
    r.training.discriminatorHead = true; // as the authors' files have it
    return r;
}

RunRequest distil(const char* kind, double alpha, double beta)
{
    RunRequest r;
    r.loss.kind = kind;
    r.loss.alpha = alpha;
    r.loss.beta = beta;
    return r;
}

RunRequest on64(RunRequest r)
{
    r.training.side = 64;
    return r;
}

RunRequest fineTuned(double alpha, double beta)
{
    RunRequest r = distil("realuid", alpha, beta);
    r.initFake = "teacher";
    r.training.lr = 1e-5;
    r.training.warmup = 1;
    r.training.steps = 100000;
    return r;
}

RunRequest adversarial()
{
    RunRequest r = distil("uid", 1, 1);
    r.training.ganGenerator = kGanGeneratorWeight;
    r.training.ganCritic = kGanCriticWeight;
    return r;
}

RunRequest scores(double alphaSid)
{
    RunRequest r = distil("sid", 1, 1);
    r.loss.alphaSid = alphaSid;
    return r;
}

RunRequest bridge(RunRequest r)
{
    r.training.path = "bridge";
    r.training.target = "data";
    r.training.condition = true;
    return r;
}

RunRequest bridgeGenerator(const char* kind, double alpha, double beta)
{
    RunRequest r = bridge(distil(kind, alpha, beta));
    r.training.sourceNoise = 0.5;
    return r;
}

} // namespace

const std::vector<Recipe>& recipes()
{
    static const std::vector<Recipe> all{
        {"cifar10-teacher", REALUID_TEXT("Flow matching on CIFAR-10, unconditional, as the authors trained it."), teacher(32, 0)},
        {"cifar10-teacher-conditional", REALUID_TEXT("The same with CIFAR-10's ten classes."), teacher(32, 10)},
        {"cifar10-distil", REALUID_TEXT("RealUID (0.94, 0.96): best from scratch on unconditional CIFAR-10."), distil("realuid", 0.94, 0.96)},
        {"cifar10-distil-conditional", REALUID_TEXT("RealUID (0.98, 0.96): best from scratch with classes."), distil("realuid", 0.98, 0.96)},
        {"cifar10-finetune",
         REALUID_TEXT("Fine-tuning, RealUID (0.94, 1), with and without classes: give the best distilled EMA as --init-generator F:0.999; the "
                      "fake model starts from the teacher."),
         fineTuned(0.94, 1)},
        {"cifar10-data-free", REALUID_TEXT("UID, the data-free baseline (1, 1)."), distil("uid", 1, 1)},
        {"cifar10-gan", REALUID_TEXT("UID with the GAN loss, the paper's other way to real data."), adversarial()},
        {"celeba64-teacher", REALUID_TEXT("The same teacher on 64 x 64 images of a folder, such as CelebA's."), teacher(64, 0)},
        {"celeba64-distil", REALUID_TEXT("RealUID (0.94, 0.96) on 64 x 64 images."), on64(distil("realuid", 0.94, 0.96))},
        {"celeba64-finetune", REALUID_TEXT("Fine-tuning, RealUID (0.94, 1), on 64 x 64 images."), on64(fineTuned(0.94, 1))},
        {"celeba64-gan", REALUID_TEXT("UID with the GAN loss on 64 x 64 images."), on64(adversarial())},
        {"fgm", REALUID_TEXT("Flow Generator Matching: UID on velocities."), distil("uid", 1, 1)},
        {"sid", REALUID_TEXT("Score identity Distillation with alpha_sid = 1, on the teacher's own target."), scores(1)},
        {"sid-1.2", REALUID_TEXT("The same with alpha_sid = 1.2, the other value of its authors."), scores(1.2)},
        {"dmd", REALUID_TEXT("Distribution Matching Distillation, data-free: its generator follows the difference of scores."), distil("dmd", 1, 1)},
        {"bridge-teacher", REALUID_TEXT("Augmented bridge matching from images to images: give --source."), bridge(teacher(32, 0))},
        {"ibmd", REALUID_TEXT("Inverse Bridge Matching Distillation: UID on a bridge, from images to images."), bridgeGenerator("uid", 1, 1)},
        {"ibmd-realuid", REALUID_TEXT("The same with real pairs, RealUID (0.94, 0.96)."), bridgeGenerator("realuid", 0.94, 0.96)},
    };
    return all;
}

void applyRecipe(std::string_view name, RunRequest& request, std::vector<Fault>& faults)
{
    const auto found = std::ranges::find(recipes(), name, &Recipe::name);
    if (found == recipes().end() || found->request.kind != request.kind) {
        std::string names;
        for (const Recipe& recipe : recipes())
            if (recipe.request.kind == request.kind)
                names += (names.empty() ? "" : ", ") + std::string(recipe.name);
        faults.push_back({"recipe", std::string(name), {REALUID_TEXT("must be one of %1"), {names}}});
        return;
    }
    request.loss = found->request.loss;
    request.training = found->request.training;
    request.initFake = found->request.initFake;
}

} // namespace realuid
