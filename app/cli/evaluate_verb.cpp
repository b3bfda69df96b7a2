// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_verbs.h"
#include "app/cli/sampler_options.h"
#include "app/cli/stop_signals.h"
#include "core/io/atomic_file.h"
#include "core/io/engine_loader.h"

#include <memory>

namespace realuid::cli
{
namespace
{

Json toJson(const EvaluationProtocol& p)
{
    return {{"n", p.n},
            {"reference_n", p.reference},
            {"split", p.split},
            {"features", p.features},
            {"features_checksum", p.featuresChecksum},
            {"reference_checksum", p.referenceChecksum},
            {"dequantisation", p.dequantisation}};
}

Json toJson(const EvaluationRecord& record)
{
    Json out;
    for (const Repeated& measure : record.measures)
        out[measure.name] = {{"mean", measure.mean()}, {"sd", measure.sd()}, {"values", measure.values}};
    out["protocol"] = toJson(record.protocol);
    out["protocol"]["seeds"] = record.seeds;
    out["protocol"]["ema"] = record.state;
    out["protocol"]["solver"] = record.solver;
    out["protocol"]["network_evaluations"] = record.steps;
    out["proxy"] = record.proxy;
    out["seconds"] = record.seconds;
    return out;
}

Json recordIn(const std::string& file)
{
    Json record = readJson(file);
    if (!record.is_object() || !record.contains("protocol") || !record["protocol"].is_object())
        throw Error(ErrorKind::File, {REALUID_TEXT("is no record of an evaluation")}, file, {REALUID_TEXT("name what evaluate --json printed")});
    return record;
}

/// What each measure became from one record to the other; refused where the two were not measured alike.
Json difference(const Json& now, const Json& before, const std::string& file)
{
    std::vector<Fault> faults;
    for (const char* key : {"n", "reference_n", "split", "features", "features_checksum", "reference_checksum", "dequantisation"}) {
        const Json there = before["protocol"].value(key, Json()), here = now["protocol"].value(key, Json());
        if (there != here)
            faults.push_back({std::string("protocol.") + key, here.dump(), {REALUID_TEXT("was %1 there: the records cannot be compared"), {there.dump()}}});
    }
    if (!faults.empty())
        throw Error::listing(ErrorKind::Usage, std::move(faults), file);
    Json out = Json::object();
    for (const auto& [name, measure] : now.items())
        if (measure.is_object() && measure.contains("mean") && before.contains(name) && before[name].contains("mean"))
            out[name] = measure["mean"].get<double>() - before[name]["mean"].get<double>();
    return out;
}

struct EvaluateOptions {
    EvaluationRequest request;
    std::string against, out;
    std::vector<std::string> compared;

    explicit EvaluateOptions(CLI::App& verb)
    {
        EvaluationRequest& r = request;
        addSamplerOptions(verb, r);
        verb.add_option("--images", r.images, "In place of a checkpoint: images, as --data names them; a folder of PNG or JPEG files above all.");
        verb.add_option("--data", r.data, "The real images: CIFAR-10 as a folder, .tar.gz or .bin, a folder of images, or shapes.");
        verb.add_option("--features", r.features,
                        "builtin (a proxy for quick tracking, no FID of the field), or a TorchScript file, which is code and is trusted.");
        verb.add_option("--metrics", r.metrics, "Of fid, kid, is, pr. Default fid.")->delimiter(',');
        verb.add_option("--n", r.n, "Samples a repeat. Default 50000.");
        verb.add_option("--repeats", r.repeats, "Repeats, the first with --seed, each with the next. Default 3.");
        verb.add_option("--class", r.label, "A class number, or all; default all classes evenly.");
        verb.add_option("--cache", r.cache, "Where statistics of real images are kept, or none. Default the user's cache folder.");
        verb.add_option("--against", against, "An earlier record (JSON): differences are told; refused where the protocol is another.");
        verb.add_option("--compare", compared, "Two records (JSON) in place of an evaluation: what the second has more; refused where the protocols differ.")
            ->expected(2);
        verb.add_option("--out", out, "Also write the record to this file.");
    }
};

Json compare(const std::string& first, const std::string& second)
{
    const Json before = recordIn(first), now = recordIn(second);
    return {{"first", first}, {"second", second}, {"difference", difference(now, before, first)}, {"protocol", now["protocol"]}};
}

void evaluate(const EvaluateOptions& o, const Context& context)
{
    if (!o.compared.empty()) {
        printResult(context, compare(o.compared[0], o.compared[1]));
        return;
    }
    const Json before = o.against.empty() ? Json() : recordIn(o.against);
    const StopSignals signals;
    ConsoleProgress console(context.quiet);
    Json record = toJson(requireEngine().evaluate(o.request, console, &StopSignals::asked));
    console.finished({});
    if (!o.against.empty())
        record["difference"] = difference(record, before, o.against);
    if (!o.out.empty())
        writeAtomically(o.out, context.overwrite, record.dump(2) + "\n");
    printResult(context, record);
}

struct MetricsOptions {
    MetricsRequest request;

    explicit MetricsOptions(CLI::App& verb)
    {
        verb.add_option("--features-a", request.real, "Features of real images: .npy [n, f].");
        verb.add_option("--features-b", request.generated, "Features of generated images: .npy [m, f].");
        verb.add_option("--logits", request.logits, "Logits of generated images, for the Inception score: .npy [n, classes].");
        verb.add_option("--threads", request.threads, "Processor threads; 0 takes all.");
    }
};

void metrics(const MetricsOptions& o, const Context& context)
{
    const MetricsResult got = requireEngine().compareFeatures(o.request);
    Json out = Json::object();
    if (got.fid)
        out = {{"fid", *got.fid}, {"kid", *got.kid}, {"precision", *got.precision}, {"recall", *got.recall}};
    if (got.score)
        out["inception_score"] = {{"splits_1", *got.score}, {"splits_10_mean", *got.scoreMean}, {"splits_10_sd", *got.scoreDeviation}};
    printResult(context, out);
}

struct ConvertOptions {
    std::string in, out, keep;

    explicit ConvertOptions(CLI::App& verb)
    {
        verb.add_option("in", in, "A checkpoint F[:STATE], .pt or .safetensors.")->required();
        verb.add_option("out", out, "The file to write: .pt or .safetensors.")->required();
        verb.add_option("--keep", keep, "The state whose weights to take: gen, u, net_model, or an EMA's decay.");
    }
};

void convert(const ConvertOptions& o, const Context& context)
{
    ConsoleProgress console(context.quiet);
    const std::int64_t tensors = requireEngine().convert(o.in, o.out, o.keep, context.overwrite, console);
    printResult(context, {{"out", o.out}, {"tensors", tensors}});
}

} // namespace

void addEvaluate(CLI::App& program, Context& context)
{
    addVerbWith<EvaluateOptions>(program, context, "evaluate", "FID and its relatives of a checkpoint's samples or of images.", evaluate);
}

void addMetrics(CLI::App& program, Context& context)
{
    addVerbWith<MetricsOptions>(program, context, "metrics", "FID, KID, precision, recall and Inception score of features in files.", metrics);
}

void addConvert(CLI::App& program, Context& context)
{
    addVerbWith<ConvertOptions>(program, context, "convert", "One network's weights from .pt to .safetensors or back.", convert);
}

} // namespace realuid::cli
