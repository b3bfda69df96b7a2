// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

#include "core/api/recipe.h"
#include "core/game/settings.h"

#include <iostream>

namespace realuid::cli
{
namespace
{

Json rowJson(const ParameterInfo& info, const Value& value)
{
    Json row{{"id", info.id},       {"option", "--" + kebabCase(info.id)}, {"title", info.title}, {"default", toJson(value)},
             {"range", info.range.text()}, {"unit", info.unit},           {"meaning", info.meaning}};
    if (!info.choices.empty())
        row["choices"] = info.choices;
    return row;
}

template <class S>
Json tableJson(std::span<const Parameter<S>> table, const S& defaults)
{
    Json rows = Json::array();
    for (const Parameter<S>& row : table)
        rows.push_back(rowJson(row.info, row.get(defaults)));
    return rows;
}

std::string markdown(const std::string& title, const Json& rows)
{
    std::string out = "## " + title + "\n\n| option | default | must be | meaning |\n|---|---|---|---|\n";
    for (const Json& row : rows) {
        std::string must = row["range"];
        for (const Json& choice : row.value("choices", Json::array()))
            must += (must.empty() ? "" : ", ") + choice.get<std::string>();
        const Json& value = row["default"];
        out += "| `" + row["option"].get<std::string>() + "` | " + (value.is_string() ? value.get<std::string>() : value.dump()) +
               " | " + must + " | " + row["meaning"].get<std::string>() + " |\n";
    }
    return out;
}

Json recipesJson()
{
    Json all = Json::array();
    for (const Recipe& recipe : recipes()) {
        const bool teacher = recipe.request.kind == RunKind::Teacher;
        Json parameters;
        if (!teacher)
            writeTable(lossParameters(), recipe.request.loss, parameters);
        writeTable(trainingParameters(), recipe.request.training, parameters);
        Json row{{"name", recipe.name}, {"verb", teacher ? "teacher" : "distil"}, {"about", recipe.about}, {"parameters", parameters}};
        if (!teacher)
            row["init_fake"] = recipe.request.initFake;
        all.push_back(std::move(row));
    }
    return all;
}

std::string recipesMarkdown(const Json& recipes)
{
    std::string out = "## Recipes\n\n| `--recipe` | verb | is |\n|---|---|---|\n";
    for (const Json& row : recipes)
        out += "| `" + row["name"].get<std::string>() + "` | " + row["verb"].get<std::string>() + " | " + row["about"].get<std::string>() + " |\n";
    return out;
}

} // namespace

void addParams(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "params", "All parameters, as text, JSON or Markdown.", context);
    auto asMarkdown = std::make_shared<bool>(false);
    verb->add_flag("--markdown", *asMarkdown, "Print the reference page.");
    verb->callback([&context, asMarkdown] {
        const Json loss = tableJson(lossParameters(), Loss{});
        const Json training = tableJson(trainingParameters(), TrainingParameters{});
        const Json game = tableJson(game::gameParameters(), game::GameSettings{});
        const Json recipes = recipesJson();
        if (context.json)
            printResult(context, {{"loss", loss}, {"training", training}, {"toy", game}, {"recipes", recipes}});
        else if (*asMarkdown)
            std::cout << "# Parameters\n\n" << markdown("Loss", loss) << '\n' << markdown("Training", training) << '\n'
                      << markdown("Game in the plane", game) << '\n' << recipesMarkdown(recipes);
        else {
            for (const Json* table : {&loss, &training, &game})
                for (const Json& row : *table)
                    std::cout << row["option"].get<std::string>() << " (" << row["default"].dump() << ")  "
                              << row["meaning"].get<std::string>() << '\n';
            for (const Json& row : recipes)
                std::cout << row["verb"].get<std::string>() << " --recipe " << row["name"].get<std::string>() << "  "
                          << row["about"].get<std::string>() << '\n';
        }
    });
}

} // namespace realuid::cli
