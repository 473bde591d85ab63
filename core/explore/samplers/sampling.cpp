// The random modes: one execution after another, each choice made by a sampler.
#include "core/explore/samplers/sampler.h"
#include "core/explore/searches.h"

namespace turnwise::explore {

std::unique_ptr<Sampler> make_sampler(const Options& options) {
    switch (options.mode) {
        case Mode::pct:
            return pct_sampler(options.seed, options.depth);
        case Mode::pos:
            return pos_sampler(options.seed);
        case Mode::urw:
            return urw_sampler(options.seed);
        case Mode::surw:
            return surw_sampler(options.seed);
        default:
            return random_walk(options.seed);
    }
}

Report search_random(Driver& driver) {
    const std::unique_ptr<Sampler> sampler = make_sampler(driver.options());
    do {
        sampler->begin();
        for (auto enabled = driver.enabled(); !enabled.empty(); enabled = driver.enabled())
            sampler->observe(driver.step(sampler->choose(enabled, driver.program())));
        sampler->end(driver.execution());
        driver.finish(false);
    } while (driver.goes_on() && driver.go_back(0));
    return driver.take_report(false, 0);
}

}  // namespace turnwise::explore
