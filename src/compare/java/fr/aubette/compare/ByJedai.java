package fr.aubette.compare;

import java.util.ArrayList;
import java.util.List;
import org.scify.jedai.blockbuilding.StandardBlocking;
import org.scify.jedai.blockprocessing.blockcleaning.BlockFiltering;
import org.scify.jedai.blockprocessing.blockcleaning.ComparisonsBasedBlockPurging;
import org.scify.jedai.blockprocessing.comparisoncleaning.ComparisonPropagation;
import org.scify.jedai.datamodel.AbstractBlock;
import org.scify.jedai.datamodel.EntityProfile;
import org.scify.jedai.datamodel.SimilarityPairs;
import org.scify.jedai.entitymatching.ProfileMatcher;
import org.scify.jedai.utilities.enumerations.RepresentationModel;
import org.scify.jedai.utilities.enumerations.SimilarityMetric;

/** JedAI's workflow of blocks, with one of its ways to represent a profile and to compare two. */
final class ByJedai {

    /** Of its ways those that its authors report best; whichever is best for a table counts. */
    enum Way {
        TRIGRAMS(RepresentationModel.CHARACTER_TRIGRAMS_TF_IDF, SimilarityMetric.COSINE_SIMILARITY),
        FOURGRAMS(RepresentationModel.CHARACTER_FOURGRAMS_TF_IDF, SimilarityMetric.COSINE_SIMILARITY),
        TOKENS(RepresentationModel.TOKEN_UNIGRAMS_TF_IDF, SimilarityMetric.COSINE_SIMILARITY);

        private final RepresentationModel model;
        private final SimilarityMetric metric;

        Way(RepresentationModel model, SimilarityMetric metric) {
            this.model = model;
            this.metric = metric;
        }
    }

    private ByJedai() {}

    static Scored score(Lines lines, Way way) {
        List<EntityProfile> profiles = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            EntityProfile profile = new EntityProfile(String.valueOf(i));
            for (int c = 0; c < lines.columns().size(); c++) {
                if (!lines.value(i, c).isEmpty()) {
                    profile.addAttribute(lines.columns().get(c), lines.value(i, c));
                }
            }
            profiles.add(profile);
        }
        List<AbstractBlock> blocks = new StandardBlocking().getBlocks(profiles);
        blocks = new ComparisonsBasedBlockPurging(false).refineBlocks(blocks);
        blocks = new BlockFiltering(0.8).refineBlocks(blocks);
        blocks = new ComparisonPropagation().refineBlocks(blocks);
        SimilarityPairs found = new ProfileMatcher(profiles, way.model, way.metric).executeComparisons(blocks);
        Scored scored = new Scored(lines);
        for (int i = 0; i < found.getNoOfComparisons(); i++) {
            scored.add(found.getEntityIds1()[i], found.getEntityIds2()[i], found.getSimilarities()[i]);
        }
        return scored;
    }
}
